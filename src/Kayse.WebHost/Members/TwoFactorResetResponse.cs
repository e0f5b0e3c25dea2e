namespace Kayse.WebHost.Members;

/// <summary>The reset of a member's second factor.</summary>
/// <param name="Status"><c>done</c> or <c>pending</c>.</param>
/// <param name="ResetAt">When it takes effect; null if it is done.</param>
internal sealed record TwoFactorResetResponse(string Status, DateTimeOffset? ResetAt);
