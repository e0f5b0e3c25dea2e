using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.BusinessHours;

/// <summary>Which holidays are added.</summary>
internal sealed class FederalHolidaysRequest
{
    /// <summary>The year, 2000 to 2099.</summary>
    public required int? Year { get; init; }

    public int ToYear() =>
        Year is >= 2000 and < 2100 and var year
            ? year
            : throw new RefusedException(HttpErrors.Field("year", "This must be from 2000 to 2099."));
}
