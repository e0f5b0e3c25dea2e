using Kayse.Grains.Members;
using Kayse.WebHost.Console.Design;

namespace Kayse.WebHost.Members.Pages;

/// <summary>What somebody may do with single agents, as the fields of a form.</summary>
internal static class AgentExceptions
{
    public const string Allowed = "allow";
    public const string Denied = "deny";

    public static string AgentField(int row) => FormattableString.Invariant($"agent-{row}");

    public static string RuleField(int row, string permission) => FormattableString.Invariant($"rule-{row}-{permission}");

    /// <summary>The rows of which the agent is named; of two with the same agent both count.</summary>
    public static IReadOnlyDictionary<string, AgentOverride> Read(Func<string, string> text, int rows)
    {
        IReadOnlyList<string> With(string rule, IEnumerable<int> of) =>
            [.. Permissions.Grantable.Where(permission => of.Any(row => text(RuleField(row, permission)) == rule))];
        return Enumerable
            .Range(0, rows)
            .Where(row => text(AgentField(row)).Length > 0)
            .GroupBy(row => text(AgentField(row)), StringComparer.Ordinal)
            .ToDictionary(
                agent => agent.Key,
                agent => new AgentOverride(With(Allowed, agent), With(Denied, agent)),
                StringComparer.Ordinal
            );
    }

    public static string InWords(IReadOnlyDictionary<string, AgentOverride> exceptions) =>
        string.Join(
            ", ",
            exceptions
                .OrderBy(agent => agent.Key, StringComparer.Ordinal)
                .Select(agent =>
                    $"{agent.Key} ({string.Join("; ", agent.Value.Grant.Select(Allow).Concat(agent.Value.Deny.Select(Deny)))})"
                )
        );

    private static string Allow(string permission) => $"{PermissionWords.Of(permission)}: allowed";

    private static string Deny(string permission) => $"{PermissionWords.Of(permission)}: denied";
}
