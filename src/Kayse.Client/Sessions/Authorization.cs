namespace Kayse.Client;

/// <summary>Whether the caller may use a permission, on a case type and an agent where these are named.</summary>
/// <param name="Permission">One of <see cref="KaysePermissions"/>.</param>
/// <param name="CaseType">The case type it is about; null: none.</param>
/// <param name="AgentId">The agent it is about; null: none.</param>
public sealed record AuthorizationCheck(string Permission, string? CaseType = null, string? AgentId = null);

/// <summary>The answer to an <see cref="AuthorizationCheck"/>.</summary>
/// <param name="Allowed">Whether they may.</param>
/// <param name="Reason">What decided it, such as <c>role</c> or <c>case_type</c>.</param>
public sealed record AuthorizationDecision(bool Allowed, string Reason);
