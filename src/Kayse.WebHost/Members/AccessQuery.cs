using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.WebHost.Members;

/// <summary>What somebody may do. Texts, so that a bad one is a problem that names the field.</summary>
/// <param name="Permission">One of the permissions; required.</param>
/// <param name="CaseType">A case type that it is about, 1 to 64 characters.</param>
/// <param name="AgentId">An agent that it is about, 1 to 64 characters.</param>
internal sealed record AccessQuery(string? Permission, string? CaseType, string? AgentId)
{
    /// <summary>The question, or a refusal that names the fields.</summary>
    public AuthorizationQuestion ToQuestion()
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (Permission is null || !Permissions.IsKnown(Permission))
            errors["permission"] = [$"This must be one of {string.Join(", ", Permissions.All)}."];
        if (!IsText(CaseType, FieldLimits.CaseType))
            errors["caseType"] = [$"This must have 1 to {FieldLimits.CaseType} characters."];
        if (!IsText(AgentId, FieldLimits.AgentId))
            errors["agentId"] = [$"This must have 1 to {FieldLimits.AgentId} characters."];
        return errors.Count == 0
            ? new AuthorizationQuestion(Permission!, CaseType, AgentId)
            : throw new RefusedException(GeneralErrors.Invalid(errors));
    }

    private static bool IsText(string? text, int maxLength) =>
        text is null || (!string.IsNullOrWhiteSpace(text) && text.Length <= maxLength);
}
