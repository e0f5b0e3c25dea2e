using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Kayse.WebHost.Http.Clients.UserAgents;

/// <summary>A pattern of uap-core and the name that a match stands for.</summary>
/// <param name="Expression">Backtracks: some look behind, and the automata of the engine that doesn't backtrack take a
/// hundred times the memory.</param>
/// <param name="Name">With <c>$1</c> for what the first group matched; null when that is the name.</param>
/// <param name="IgnoreCase">Whether case doesn't count.</param>
internal sealed record UserAgentPattern(
    [property: JsonPropertyName("regex"), StringSyntax(StringSyntaxAttribute.Regex)] string Expression,
    string? Name,
    bool IgnoreCase
)
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(1);

    // Two threads may both make it; either will do.
    private Regex? _regex;

    private Regex Regex =>
        _regex ??= new Regex(
            Expression,
            RegexOptions.CultureInvariant | (IgnoreCase ? RegexOptions.IgnoreCase : RegexOptions.None),
            _timeout
        );

    /// <summary>
    /// The name when <paramref name="agent"/> matches; else null. Throws <see cref="RegexMatchTimeoutException"/>.
    /// </summary>
    public string? NameIn(string agent)
    {
        if (!Regex.IsMatch(agent))
            return null;
        if (Name is not null && !Name.Contains('$', StringComparison.Ordinal))
            return Name;
        var match = Regex.Match(agent);
        return Name is null ? match.Groups[1].Value : match.Result(Name).Trim();
    }
}
