using System.Globalization;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Http.Lists;

/// <summary>Times in queries.</summary>
internal static class TimeQuery
{
    /// <summary>The time, null for none, or a refusal that names the field.</summary>
    public static DateTimeOffset? Parse(string field, string? text)
    {
        if (text is null)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new RefusedException(HttpErrors.Field(field, "This must be a time such as 2026-01-05T09:00:00Z."));
    }
}
