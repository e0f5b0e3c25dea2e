namespace Kayse.WebHost.Authorization;

/// <summary>Asks whether the caller is allowed to do something.</summary>
internal sealed class AuthorizeRequest
{
    /// <summary>A permission such as <c>agents.edit</c>.</summary>
    public required string Permission { get; init; }

    /// <summary>
    /// The case type to check, 1 to 64 characters, not case-sensitive. Leave it out if no case type is
    /// involved.
    /// </summary>
    public string? CaseType { get; init; }

    /// <summary>The agent to check, 1 to 64 characters. Leave it out if no agent is involved.</summary>
    public string? AgentId { get; init; }
}
