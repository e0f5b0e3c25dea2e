using Kayse.Grains.Tokens;

namespace Kayse.Grains.TwoFactor;

/// <summary>A sign-in that waits for its code.</summary>
/// <param name="TokenHash">The hash of the ticket's secret.</param>
/// <param name="ExpiresAt">From when on it is refused.</param>
/// <param name="CompanyId">The company to be active, or null for the person's default.</param>
/// <param name="RememberMe">Whether the session will be remembered.</param>
/// <param name="WrongCodes">How many it has seen.</param>
internal sealed record SignInTicket(TokenHash TokenHash, DateTimeOffset ExpiresAt, string? CompanyId, bool RememberMe, int WrongCodes);
