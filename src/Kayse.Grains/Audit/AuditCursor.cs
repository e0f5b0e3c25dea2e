using System.Globalization;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Audit;

/// <summary>A place in the log as lists give it out: entries are never moved, so a sequence stays right whatever is appended.</summary>
internal static class AuditCursor
{
    public static string Of(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    /// <param name="cursor">The cursor.</param>
    /// <param name="field">What the caller knows it as.</param>
    public static long Parse(string cursor, string field)
        => long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : throw new RefusedException(GeneralErrors.Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = ["This cursor is not one that a list has given."] }));
}
