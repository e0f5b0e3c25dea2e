namespace Kayse.WebHost.Authorization;

/// <summary>Asks whether the caller may do something.</summary>
internal sealed class AuthorizeRequest
{
    /// <summary>Such as <c>agents.edit</c>.</summary>
    public required string Permission { get; init; }

    /// <summary>
    /// The case type that it is about, 1 to 64 characters; upper and lower case make no difference. Absent: it is about
    /// none.
    /// </summary>
    public string? CaseType { get; init; }

    /// <summary>The agent that it is about, 1 to 64 characters. Absent: it is about none.</summary>
    public string? AgentId { get; init; }
}
