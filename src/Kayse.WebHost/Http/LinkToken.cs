using Kayse.Grains.Errors;
using Kayse.Grains.Tokens;

namespace Kayse.WebHost.Http;

/// <summary>The token of a link in a mail: whom or what it belongs to, and its secret.</summary>
/// <param name="OwnerId">The user or the invitation.</param>
/// <param name="Secret">The hash of its secret.</param>
internal readonly record struct LinkToken(string OwnerId, TokenHash Secret)
{
    /// <summary>Reads the token; refuses <c>not_found</c> when it does not have the form of one.</summary>
    public static LinkToken Parse(string token) =>
        SecretToken.TryParse(token.AsSpan().Trim(), out var parsed)
            ? new LinkToken(parsed.Id.ToString(), parsed.Hash)
            : throw new RefusedException(GeneralErrors.NotFound);
}
