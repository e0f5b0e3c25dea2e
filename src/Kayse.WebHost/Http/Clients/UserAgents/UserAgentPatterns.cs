using System.Text.Json;

namespace Kayse.WebHost.Http.Clients.UserAgents;

/// <summary>The patterns of uap-core; the first of a list that matches counts.</summary>
/// <param name="Browsers">And programs that are none, such as <c>curl</c>.</param>
/// <param name="Systems">Operating systems.</param>
/// <param name="Devices">Mostly models of phones; crawlers are <see cref="Crawler"/>.</param>
internal sealed record UserAgentPatterns(
    IReadOnlyList<UserAgentPattern> Browsers,
    IReadOnlyList<UserAgentPattern> Systems,
    IReadOnlyList<UserAgentPattern> Devices
)
{
    /// <summary>The device of every crawler.</summary>
    public const string Crawler = "Spider";

    /// <summary>Reads them from the assembly.</summary>
    public static UserAgentPatterns Read()
    {
        using var resource = typeof(UserAgentPatterns).Assembly.GetManifestResourceStream("Http/Clients/UserAgents/uap-core.json")!;
        return JsonSerializer.Deserialize<UserAgentPatterns>(resource, JsonSerializerOptions.Web)!;
    }

    /// <summary>
    /// The name of the first pattern that matches; null when none does, or the data calls it "Other".
    /// </summary>
    public static string? Find(IReadOnlyList<UserAgentPattern> patterns, string agent)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.NameIn(agent) is { } name)
                return name is "" or "Other" ? null : name;
        }

        return null;
    }
}
