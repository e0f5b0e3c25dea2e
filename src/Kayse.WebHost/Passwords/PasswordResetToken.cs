using Kayse.Grains.Errors;
using Kayse.Grains.Tokens;

namespace Kayse.WebHost.Passwords;

/// <summary>The token of a link that a person was mailed, taken apart.</summary>
internal readonly record struct PasswordResetToken(string UserId, TokenHash Secret)
{
    /// <summary>Reads the token; refuses <c>not_found</c> when it has not the form of one.</summary>
    public static PasswordResetToken Parse(string token) =>
        SecretToken.TryParse(token.AsSpan().Trim(), out var parsed)
            ? new PasswordResetToken(parsed.Id.ToString(), parsed.Hash)
            : throw new RefusedException(GeneralErrors.NotFound);
}
