using System.Text.Json.Serialization;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace Kayse.WebHost.Authorization.Introspection;

/// <summary>Who a token acts as (RFC 7662 section 2.2). Of one that isn't live, <c>active</c> is all there is.</summary>
/// <param name="Active">Whether the token is live.</param>
internal sealed record IntrospectionResponse(bool Active)
{
    /// <summary>For whatever isn't live, and without saying why.</summary>
    public static readonly IntrospectionResponse Inactive = new(Active: false);

    /// <summary>Always <c>Bearer</c>.</summary>
    [JsonPropertyName("token_type"), JsonIgnore(Condition = WhenWritingNull)]
    public string? TokenType { get; init; }

    /// <summary><c>session</c>, <c>api_key</c> or <c>service_key</c>.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public IntrospectedKind? Kind { get; init; }

    /// <summary>The person's id, or the service key's.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public string? Sub { get; init; }

    /// <summary>The session's id, or the API key's.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public string? Sid { get; init; }

    /// <summary>Who issued the token: the public address of this service.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public string? Iss { get; init; }

    /// <summary>When it ends unless it is used before, in seconds since 1970; absent when it never does.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public long? Exp { get; init; }

    /// <summary>Everything they may do in the company: permissions, separated by spaces.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public string? Scope { get; init; }

    /// <summary>
    /// What the session is limited to, whatever its permissions; present for paired apps only. Refuse such a session
    /// everything else.
    /// </summary>
    [JsonPropertyName("session_scopes"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyList<string>? SessionScopes { get; init; }

    /// <summary>The person's email address; absent for a service key.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public string? Username { get; init; }

    /// <summary>The person's full name, or the service key's name.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>The active company's id.</summary>
    [JsonPropertyName("company_id"), JsonIgnore(Condition = WhenWritingNull)]
    public string? CompanyId { get; init; }

    /// <summary>The active company's name.</summary>
    [JsonPropertyName("company_name"), JsonIgnore(Condition = WhenWritingNull)]
    public string? CompanyName { get; init; }

    /// <summary>The person's role there.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public Role? Role { get; init; }

    /// <summary>Whether they may see every case type, or those of their scopes only.</summary>
    [JsonPropertyName("case_access"), JsonIgnore(Condition = WhenWritingNull)]
    public AccessMode? CaseAccess { get; init; }

    /// <summary>The case types of their scopes; absent when they may see all.</summary>
    [JsonPropertyName("case_types"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyList<string>? CaseTypes { get; init; }

    /// <summary>Whether they may use every agent, or the assigned ones only.</summary>
    [JsonPropertyName("agent_access"), JsonIgnore(Condition = WhenWritingNull)]
    public AccessMode? AgentAccess { get; init; }

    /// <summary>The agents that are assigned to them; absent when they may use all.</summary>
    [JsonPropertyName("agent_ids"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyList<string>? AgentIds { get; init; }

    /// <summary>What an API key may be used for; absent for a session.</summary>
    [JsonPropertyName("key_permissions"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyList<ApiKeyPermissions>? KeyPermissions { get; init; }

    /// <summary>A live session, or a live API key with its permissions.</summary>
    public static IntrospectionResponse Of(
        SessionPrincipal principal,
        string id,
        DateTimeOffset? expiresAt,
        string issuer,
        ApiKeyPermissions? key = null
    ) =>
        new(Active: true)
        {
            TokenType = "Bearer",
            Kind = KindOf(principal, key),
            Sub = principal.UserId,
            Sid = id,
            Iss = issuer,
            Exp = expiresAt?.ToUnixTimeSeconds(),
            Scope = string.Join(' ', principal.Permissions),
            SessionScopes = principal.Scopes,
            Username = principal.IsServiceKey ? null : principal.Email,
            Name = principal.FullName,
            CompanyId = principal.CompanyId,
            CompanyName = principal.CompanyName,
            Role = principal.Role,
            CaseAccess = principal.CaseAccess,
            CaseTypes = principal.CaseTypes,
            AgentAccess = principal.AgentAccess,
            AgentIds = principal.AgentAccess == AccessMode.All ? null : principal.AgentIds,
            KeyPermissions = key is { } permissions ? [.. Each(permissions)] : null,
        };

    private static IntrospectedKind KindOf(SessionPrincipal principal, ApiKeyPermissions? key)
    {
        if (key is null)
            return IntrospectedKind.Session;
        return principal.IsServiceKey ? IntrospectedKind.ServiceKey : IntrospectedKind.ApiKey;
    }

    private static IEnumerable<ApiKeyPermissions> Each(ApiKeyPermissions permissions) =>
        Enum.GetValues<ApiKeyPermissions>().Where(one => one != ApiKeyPermissions.None && permissions.HasFlag(one));
}

/// <summary>What kind of token was introspected.</summary>
internal enum IntrospectedKind
{
    /// <summary>A session's token.</summary>
    Session,

    /// <summary>A person's API key.</summary>
    ApiKey,

    /// <summary>A key that belongs to the company.</summary>
    ServiceKey,
}
