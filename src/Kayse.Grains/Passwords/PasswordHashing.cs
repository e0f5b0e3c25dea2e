using System.Security.Cryptography;
using Kayse.Grains.Errors;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Passwords;

/// <summary>
/// Hashes and verifies passwords, outside any grain's turn and few at a time. Callers take turns by network, and those
/// who are known go first; refuses <c>rate_limited</c> and <c>unavailable</c> when too many wait already.
/// </summary>
public sealed class PasswordHashing : IDisposable
{
    private const int HashBytes = 32;
    private static readonly object _user = new();
    private static readonly byte[] _anySalt = new byte[16];
    private readonly HashingThreads _threads;
    private readonly PasswordHasher<object> _hasher;
    private readonly int _iterations;
    private readonly Task<string> _hashOfNobody;

    /// <summary>Starts the threads that hash.</summary>
    public PasswordHashing(IOptions<PasswordOptions> options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        var settings = options.Value;
        _threads = new HashingThreads(settings.MaxConcurrentHashes, new HashingQueue<Action>(HashingLimits.Of(settings)), clock);
        _iterations = settings.Iterations;
        _hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = settings.Iterations }));
        _hashOfNobody = HashOnThreadAsync(Guid.NewGuid().ToString(), HashingCaller.Known(string.Empty), CancellationToken.None);
    }

    /// <summary>
    /// The hash to store; refuses <c>password_too_weak</c> with the rules it breaks under the name of
    /// <paramref name="field"/>.
    /// </summary>
    public Task<string> HashAsync(string password, PasswordContext context, string field, HashingCaller caller, CancellationToken ct) =>
        HashAsync(password, context, formerHashes: [], field, caller, ct);

    /// <summary>
    /// As above for somebody who has had passwords before; refuses <c>password_reused</c> when it is one of those.
    /// </summary>
    public async Task<string> HashAsync(
        string password,
        PasswordContext context,
        IReadOnlyList<string> formerHashes,
        string field,
        HashingCaller caller,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(formerHashes);
        var broken = PasswordPolicy.BrokenRules(password, context);
        if (broken.Count > 0)
            throw new RefusedException(PasswordErrors.TooWeak(field, broken));
        foreach (var former in formerHashes)
        {
            if (await VerifyAsync(former, password, caller, ct) != PasswordMatch.None)
                throw new RefusedException(PasswordErrors.Reused(field));
        }

        return await RehashAsync(password, caller, ct);
    }

    /// <summary>
    /// A hash at today's cost of a password that is somebody's already, whatever the rules for new ones have become.
    /// </summary>
    public Task<string> RehashAsync(string password, HashingCaller caller, CancellationToken ct) =>
        HashOnThreadAsync(
            PasswordText.Normalise(password) ?? throw new ArgumentException("Nobody can have this password.", nameof(password)),
            caller,
            ct
        );

    /// <summary>
    /// Whether the password is the one that was hashed. No hash (there is no such person, or they have no password) and
    /// a password that nobody can have (too long) are no match, and take as long as any other. So does a hash of a
    /// lower cost than today's.
    /// </summary>
    public async Task<PasswordMatch> VerifyAsync(string? passwordHash, string password, HashingCaller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(password);
        var text = PasswordText.Normalise(password);
        var hash = string.IsNullOrEmpty(passwordHash) ? await _hashOfNobody.WaitAsync(ct) : passwordHash;
        var result = await _threads.RunAsync(caller, () => VerifyAtFullCost(hash, text ?? string.Empty), ct);
        if (string.IsNullOrEmpty(passwordHash) || text is null)
            return PasswordMatch.None;
        return result switch
        {
            PasswordVerificationResult.Success => PasswordMatch.Match,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordMatch.MatchAtLowerCost,
            _ => PasswordMatch.None,
        };
    }

    /// <summary>Ends the threads once they have answered who waits.</summary>
    public void Dispose() => _threads.Dispose();

    private Task<string> HashOnThreadAsync(string text, HashingCaller caller, CancellationToken ct) =>
        _threads.RunAsync(caller, () => _hasher.HashPassword(_user, text), ct);

    // What an old hash saves is spent all the same: else the time would tell that there is such a person.
    private PasswordVerificationResult VerifyAtFullCost(string hash, string text)
    {
        var result = _hasher.VerifyHashedPassword(_user, hash, text);
        if (_iterations - HashCost.IterationsOf(hash) is var saved and > 0)
            Rfc2898DeriveBytes.Pbkdf2(text, _anySalt, saved, HashAlgorithmName.SHA512, HashBytes);
        return result;
    }
}
