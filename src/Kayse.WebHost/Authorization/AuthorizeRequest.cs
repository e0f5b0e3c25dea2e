using Kayse.Grains.Members;
using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Authorization;

/// <summary>Asks whether the caller is allowed to do something.</summary>
internal sealed class AuthorizeRequest
{
    /// <summary>The decision for somebody who was deactivated, whatever is asked.</summary>
    public static readonly AuthorizationDecision Deactivated = new(Allowed: false, AuthorizationReason.Deactivated);

    private const int MaxText = 64;

    /// <summary>A permission such as <c>agents.edit</c>.</summary>
    public required string Permission { get; init; }

    /// <summary>
    /// The case type to check, 1 to 64 characters, not case-sensitive. Leave it out if no case type is
    /// involved.
    /// </summary>
    public string? CaseType { get; init; }

    /// <summary>The agent to check, 1 to 64 characters. Leave it out if no agent is involved.</summary>
    public string? AgentId { get; init; }

    /// <summary>Adds what is wrong with the values, by field.</summary>
    /// <param name="errors">Where to add it.</param>
    /// <param name="path">What comes before the names of the fields, such as <c>checks[0].</c>.</param>
    public void AddFaults(Dictionary<string, string[]> errors, string path = "")
    {
        if (!Permissions.IsKnown(Permission))
            errors[$"{path}permission"] = [$"This must be one of {string.Join(", ", Permissions.All)}."];
        if (IsFaulty(CaseType))
            errors[$"{path}caseType"] = [$"This must have 1 to {MaxText} characters."];
        if (IsFaulty(AgentId))
            errors[$"{path}agentId"] = [$"This must have 1 to {MaxText} characters."];
    }

    /// <summary>Whether somebody may.</summary>
    public AuthorizationDecision DecideFor(SessionPrincipal principal) =>
        AuthorizationRules.Decide(principal, new AuthorizationQuestion(Permission, CaseType, AgentId));

    private static bool IsFaulty(string? text) => text is not null && (string.IsNullOrWhiteSpace(text) || text.Length > MaxText);
}
