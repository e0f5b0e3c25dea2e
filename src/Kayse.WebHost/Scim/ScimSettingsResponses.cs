using System.Text.Json.Serialization;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Scim;

namespace Kayse.WebHost.Scim;

/// <summary>How a company is connected to its identity provider by SCIM.</summary>
/// <param name="BaseUrl">What the identity provider calls.</param>
/// <param name="UserCount">How many people it has sent.</param>
/// <param name="GroupCount">How many groups.</param>
/// <param name="PausedAt">Since when deactivations are paused; null when they aren't.</param>
/// <param name="ResumedUntil">Until when deactivations are not paused again, however many; null: at any time.</param>
internal sealed record ScimOverviewResponse(
    string BaseUrl,
    int UserCount,
    int GroupCount,
    DateTimeOffset? PausedAt,
    DateTimeOffset? ResumedUntil
)
{
    public static ScimOverviewResponse Of(ScimOverview overview, PublicLinks links) =>
        new(links.Scim.AbsoluteUri, overview.Users, overview.Groups, overview.BrakedAt, overview.ReleasedUntil);
}

/// <summary>A SCIM token.</summary>
/// <param name="Id">The token's id.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">From when on it is refused.</param>
/// <param name="LastUsedAt">When it was last used, to a quarter of an hour; null: never.</param>
internal sealed record ScimTokenResponse(string Id, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt)
{
    /// <summary>The whole token. It is shown here only; absent where the token is listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Token { get; init; }

    public static ScimTokenResponse Of(ScimTokenView token) => new(token.Id, token.CreatedAt, token.ExpiresAt, token.LastUsedAt);
}

/// <summary>A group of the identity provider.</summary>
/// <param name="Id">Its id in the directory.</param>
/// <param name="DisplayName">What the identity provider calls it.</param>
/// <param name="MemberCount">How many people are in it.</param>
/// <param name="Access">What it gives them; null: nothing, as if it weren't there.</param>
internal sealed record ScimGroupResponse(string Id, string DisplayName, int MemberCount, GroupAccessResponse? Access)
{
    public static ScimGroupResponse Of(ScimGroupMapping group) =>
        new(group.GroupId, group.DisplayName, group.Members, group.Access is { } access ? GroupAccessResponse.Of(access) : null);
}

/// <summary>What a group gives its members.</summary>
/// <param name="Role"><c>user</c> or <c>admin</c>.</param>
/// <param name="CaseAccess"><c>all</c> or <c>assigned</c>.</param>
/// <param name="ScopeIds">The scopes, with <c>assigned</c>.</param>
/// <param name="AgentAccess"><c>all</c> or <c>assigned</c>.</param>
/// <param name="AgentIds">The agents, with <c>assigned</c>.</param>
internal sealed record GroupAccessResponse(
    Role Role,
    AccessMode CaseAccess,
    IReadOnlyList<string> ScopeIds,
    AccessMode AgentAccess,
    IReadOnlyList<string> AgentIds
)
{
    public static GroupAccessResponse Of(ProvisionedAccess access) =>
        new(access.Role, ModeOf(access.AllCases), access.ScopeIds, ModeOf(access.AllAgents), access.AgentIds);

    private static AccessMode ModeOf(bool isAll) => isAll ? AccessMode.All : AccessMode.Assigned;
}

/// <summary>A request of the identity provider.</summary>
/// <param name="At">When.</param>
/// <param name="Method">Such as <c>PATCH</c>.</param>
/// <param name="Path">The path below the base URL, without personal values.</param>
/// <param name="Status">The status of the response.</param>
/// <param name="Body">The body without personal values; null when there was none.</param>
/// <param name="ResourceId">The person or group that it was about; null when there was none.</param>
/// <param name="Changed">Whether anything changed; null when nothing was to be changed.</param>
/// <param name="Notes">What was refused and why, or why nothing changed.</param>
internal sealed record ScimActivityResponse(
    DateTimeOffset At,
    string Method,
    string Path,
    int Status,
    string? Body,
    string? ResourceId,
    bool? Changed,
    IReadOnlyList<string> Notes
)
{
    public static ScimActivityResponse Of(ScimRequest request) =>
        new(request.At, request.Method, request.Path, request.Status, request.Body, request.ResourceId, request.Changed, request.Notes);
}
