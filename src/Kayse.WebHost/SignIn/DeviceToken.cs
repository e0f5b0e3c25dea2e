using Kayse.Grains.Tokens;

namespace Kayse.WebHost.SignIn;

/// <summary>The token of a trusted device. It names its person, whose grain knows it.</summary>
internal static class DeviceToken
{
    /// <summary>The hash of the secret in it; null when it is no token, or one of somebody else.</summary>
    public static TokenHash? SecretOf(string? token, string userId) =>
        SecretToken.TryParse(token.AsSpan().Trim(), out var parsed) && parsed.Id.SequenceEqual(userId) ? parsed.Hash : null;
}
