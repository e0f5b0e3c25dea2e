using Kayse.Grains.Errors;
using Kayse.Grains.Tokens;

namespace Kayse.WebHost.Invitations;

/// <summary>The token of an invitation, taken apart.</summary>
internal readonly record struct InvitationToken(string InvitationId, TokenHash Secret)
{
    /// <summary>Reads the token; refuses <c>not_found</c> when it has not the form of one.</summary>
    public static InvitationToken Parse(string token) =>
        SecretToken.TryParse(token.AsSpan().Trim(), out var parsed)
            ? new InvitationToken(parsed.Id.ToString(), parsed.Hash)
            : throw new RefusedException(GeneralErrors.NotFound);
}
