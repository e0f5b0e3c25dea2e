using System.Security.Cryptography;
using System.Text;
using Kayse.Grains.Errors;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Http.Idempotency;

/// <summary>
/// What tells a repeated request from a new one: its Idempotency-Key within a scope (the route, and the caller: the
/// person, or where there is none the network that the request comes from), and its body. The ids of what it creates
/// follow from the key, so that a repetition after a crash meets what the first try began.
/// </summary>
internal sealed class RequestKey
{
    private const string Header = "Idempotency-Key";
    private const int MaxLength = 255;
    private readonly string? _seed;
    private readonly TimeProvider _clock;

    private RequestKey(string? seed, TokenHash requestHash, TimeProvider clock) =>
        (_seed, RequestHash, _clock) = (seed, requestHash, clock);

    /// <summary>The key of the grain that keeps the answer, or null when the request has no key.</summary>
    public string? GrainKey => _seed is null ? null : EntityId.From(Encoding.UTF8.GetBytes($"answer\n{_seed}"));

    /// <summary>
    /// Of the body. The key is hashed along, because a body can hold a password, which a bare hash would let one guess
    /// at.
    /// </summary>
    public TokenHash RequestHash { get; }

    /// <summary>Reads the header; refuses one that is not 1 to 255 visible ASCII characters.</summary>
    public static RequestKey Of(HttpRequest request, TimeProvider clock, byte[] body, params ReadOnlySpan<string> scope)
    {
        if (!request.Headers.TryGetValue(Header, out var values))
            return new RequestKey(null, default, clock);
        var key = values.ToString();
        if (values.Count != 1 || key.Length is 0 or > MaxLength || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new RefusedException(HttpErrors.Field(Header, "This must be 1 to 255 visible ASCII characters."));
        return new RequestKey(
            $"{string.Join('\n', scope)}\n{key}",
            TokenHash.Of([.. SHA256.HashData(Encoding.UTF8.GetBytes(key)), .. body]),
            clock
        );
    }

    /// <summary>
    /// The key of a form, made anew each time that it is shown: sent twice, it creates once. Nothing of the answer is
    /// kept.
    /// </summary>
    public static RequestKey OfForm(string key, TimeProvider clock, params ReadOnlySpan<string> scope) =>
        new(key.Length is 0 or > MaxLength ? null : $"{string.Join('\n', scope)}\n{key}", default, clock);

    /// <summary>The id for the one thing of a kind that the request creates.</summary>
    public string IdOf(string kind) => _seed is null ? EntityId.New(_clock) : EntityId.From(Encoding.UTF8.GetBytes($"{kind}\n{_seed}"));
}
