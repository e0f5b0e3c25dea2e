using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Scim;

/// <summary>Creates a SCIM token.</summary>
internal sealed class CreateScimTokenRequest
{
    /// <summary>From when on it is refused, at most two years from now. Default: in a year.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>Lets somebody be invited again.</summary>
internal sealed class AllowReturnRequest
{
    /// <summary>The email address of their account.</summary>
    public required string Email { get; init; }
}

/// <summary>What a group gives its members.</summary>
internal sealed class GroupAccessRequest
{
    /// <summary><c>user</c> or <c>admin</c>.</summary>
    public required Role? Role { get; init; }

    /// <summary>
    /// <c>all</c>: every case type, as an Admin always has. <c>assigned</c>: those of the scopes in <c>scopeIds</c>, and
    /// none if there are none; the default.
    /// </summary>
    public AccessMode? CaseAccess { get; init; }

    /// <summary>The scopes; only for the role <c>user</c>.</summary>
    public IReadOnlyList<string>? ScopeIds { get; init; }

    /// <summary>
    /// <c>all</c>: every agent. <c>assigned</c>: those in <c>agentIds</c>, and none if there are none; the default.
    /// </summary>
    public AccessMode? AgentAccess { get; init; }

    /// <summary>The agents.</summary>
    public IReadOnlyList<string>? AgentIds { get; init; }

    public ProvisionedAccess ToAccess() =>
        new()
        {
            Role = Role!.Value,
            AllCases = CaseAccess == AccessMode.All,
            ScopeIds = ScopeIds ?? [],
            AllAgents = AgentAccess == AccessMode.All,
            AgentIds = AgentIds ?? [],
        };
}

/// <summary>Which requests are asked for. Texts, so that a bad one is a problem that names the field.</summary>
/// <param name="Problems"><c>true</c>: only those that failed or changed nothing.</param>
/// <param name="Limit">How many at most: 1 to 200, by default 50.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
internal sealed record ScimActivityQuery(
    string? Problems,
    [QueryNumber(1, Max = FieldLimits.PageSize, Default = PageQuery.DefaultLimit)] string? Limit,
    [QueryText(PageQuery.MaxCursorLength)] string? Cursor
)
{
    public bool OnlyProblems() =>
        Problems switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw new RefusedException(HttpErrors.Field("problems", "This must be true or false.")),
        };
}
