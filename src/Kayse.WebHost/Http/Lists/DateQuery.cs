using System.Globalization;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Http.Lists;

/// <summary>Days in queries.</summary>
internal static class DateQuery
{
    /// <summary>The day, null for none, or a refusal that names the field.</summary>
    public static DateOnly? Parse(string field, string? text)
    {
        if (text is null)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new RefusedException(HttpErrors.Field(field, "This must be a day such as 2026-01-05."));
    }
}
