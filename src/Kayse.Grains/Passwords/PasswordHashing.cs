using Kayse.Grains.Errors;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Passwords;

/// <summary>
/// Hashes and verifies passwords, outside any grain's turn and few at a time. Refuses <c>rate_limited</c> when too many callers wait already.
/// </summary>
public sealed class PasswordHashing : IDisposable
{
    private static readonly object _user = new();
    private readonly HashingThreads _threads;
    private readonly PasswordHasher<object> _hasher;
    private readonly Task<string> _hashOfNobody;

    /// <summary>Starts the threads that hash.</summary>
    public PasswordHashing(IOptions<PasswordOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = options.Value;
        _threads = new HashingThreads(settings.MaxConcurrentHashes, settings.MaxWaitingHashes);
        _hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = settings.Iterations }));
        _hashOfNobody = HashOnThreadAsync(Guid.NewGuid().ToString(), CancellationToken.None);
    }

    /// <summary>The hash to store; refuses <c>password_too_weak</c> with the rules it breaks under the name of <paramref name="field"/>.</summary>
    public async Task<string> HashAsync(string password, PasswordContext context, string field, CancellationToken ct)
    {
        var broken = PasswordPolicy.BrokenRules(password, context);
        if (broken.Count > 0)
            throw new RefusedException(PasswordErrors.TooWeak(field, broken));
        return await HashOnThreadAsync(PasswordText.Normalise(password)!, ct);
    }

    /// <summary>
    /// Whether the password is the one that was hashed. No hash (there is no such person) and a password that nobody can have (too long) are false,
    /// and take as long as any other.
    /// </summary>
    public async Task<bool> VerifyAsync(string? passwordHash, string password, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(password);
        var text = PasswordText.Normalise(password);
        var hash = passwordHash ?? await _hashOfNobody.WaitAsync(ct);
        var result = await _threads.RunAsync(() => _hasher.VerifyHashedPassword(_user, hash, text ?? string.Empty), ct);
        return passwordHash is not null && text is not null && result != PasswordVerificationResult.Failed;
    }

    /// <summary>Ends the threads once they have answered who waits.</summary>
    public void Dispose() => _threads.Dispose();

    private Task<string> HashOnThreadAsync(string text, CancellationToken ct)
        => _threads.RunAsync(() => _hasher.HashPassword(_user, text), ct);
}
