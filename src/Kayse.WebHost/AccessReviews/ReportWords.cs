using System.Globalization;
using Kayse.Grains.AccessReviews;
using Kayse.Grains.Members;
using Kayse.WebHost.Console.Design;

namespace Kayse.WebHost.AccessReviews;

/// <summary>What reports and pages say of access reviews.</summary>
internal static class ReportWords
{
    // A table cell has room for so many names; the CSV file has all of them.
    private const int MaxNames = 12;

    /// <summary>Where somebody stands, in a word.</summary>
    public static string Of(AccessReviewState state) =>
        state switch
        {
            AccessReviewState.Kept => "Kept",
            AccessReviewState.Reduced => "Reduced",
            AccessReviewState.Removed => "Removed",
            AccessReviewState.Left => "Left",
            _ => "Not reviewed",
        };

    /// <summary>A day in UTC.</summary>
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A minute in UTC.</summary>
    public static string Minute(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>How many stand where, as a sentence.</summary>
    public static string Of(AccessReviewCounts counts)
    {
        var parts = new (int Count, string Word)[]
        {
            (counts.Kept, "kept"),
            (counts.Reduced, "reduced"),
            (counts.Removed, "removed"),
            (counts.Left, "left before a decision"),
            (counts.Undecided, "not reviewed"),
        };
        var members = counts.Total == 1 ? "1 member" : string.Create(CultureInfo.InvariantCulture, $"{counts.Total:N0} members");
        var some = parts
            .Where(part => part.Count > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count:N0} {part.Word}"));
        return $"{members}: {string.Join(", ", some)}.";
    }

    /// <summary>What somebody may do, a line for each kind of thing.</summary>
    public static IReadOnlyList<string> LinesOf(ReviewedAccess access)
    {
        var grant = access.Grant;
        var lines = new List<string> { Words.Of(grant.Role) };
        var beyond = Permissions.Beyond(grant.Role, grant.Permissions);
        if (beyond.Count > 0)
            lines.Add($"Also: {string.Join(", ", beyond.Select(PermissionWords.Of))}");
        lines.Add($"Case types: {(grant.CaseAccess == AccessMode.All ? "all" : NamesOf(access.ScopeNames))}");
        lines.Add($"Agents: {(grant.AgentAccess == AccessMode.All ? "all" : NamesOf(access.AgentNames))}");
        if (grant.AgentOverrides.Count > 0)
            lines.Add(
                grant.AgentOverrides.Count == 1 ? "1 agent with exceptions" : $"{grant.AgentOverrides.Count} agents with exceptions"
            );
        return lines;
    }

    private static string NamesOf(IReadOnlyList<string> names) =>
        names.Count switch
        {
            0 => "none",
            <= MaxNames => string.Join(", ", names),
            _ => $"{string.Join(", ", names.Take(MaxNames))} and {names.Count - MaxNames} more",
        };
}
