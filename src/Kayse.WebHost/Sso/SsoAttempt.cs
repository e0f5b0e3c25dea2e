using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso;

/// <summary>
/// What a browser was sent to an identity provider for. It is kept in a cookie of that browser alone, encrypted, for 10
/// minutes: an answer of the provider is worth nothing in any other.
/// </summary>
/// <param name="Id">256 random bits in base64url, which the provider's answer has to name: the state of OpenID
/// Connect.</param>
/// <param name="Purpose">What for.</param>
/// <param name="CompanyId">Whose connection it is.</param>
/// <param name="Protocol">Which of the company's connections.</param>
/// <param name="ConnectionVersion">The version of its settings when it began.</param>
/// <param name="BegunAt">When.</param>
internal sealed record SsoAttempt(
    string Id,
    SsoPurpose Purpose,
    string CompanyId,
    SsoProtocol Protocol,
    long ConnectionVersion,
    DateTimeOffset BegunAt
)
{
    /// <summary>How long it may take.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>The page to go to then; null: the one that its purpose has.</summary>
    public string? ReturnTo { get; init; }

    /// <summary>The address that was entered, for the provider to expect; null for none, and once it has begun.</summary>
    [JsonIgnore]
    public string? Email { get; init; }

    /// <summary>Whether the session is to be remembered.</summary>
    public bool RememberMe { get; init; }

    /// <summary>The session in which a test or a step-up began; null for a sign-in.</summary>
    public string? SessionId { get; init; }

    /// <summary>Whose that session is; null for a sign-in.</summary>
    public string? UserId { get; init; }

    /// <summary>What the protocol has to know again, such as a nonce or the id of a request.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The connection.</summary>
    [JsonIgnore]
    public string ConnectionId => SsoConnectionIds.Of(CompanyId, Protocol);

    /// <summary>A text that nobody can guess, for ids and secrets of attempts.</summary>
    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Whether its time is over.</summary>
    public bool IsOver(DateTimeOffset now) => now >= BegunAt + Lifetime || now < BegunAt - Lifetime;

    /// <summary>Leaves the secrets out.</summary>
    public override string ToString() => $"{nameof(SsoAttempt)} to {Purpose} by {ConnectionId}";
}
