using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Kayse.Grains.Tokens;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.Passkeys;

/// <summary>
/// Challenges to be signed with a passkey. Each says in itself, encrypted and authenticated, what it is for and until
/// when, so that nothing is stored for who only looks at the sign-in page; whoever accepts one stores that it was used.
/// </summary>
/// <param name="protection">Whose keys all silos share.</param>
/// <param name="clock">The time.</param>
public sealed class PasskeyChallenges(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a challenge can be signed.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const int RandomSize = 16;
    private const int Header = sizeof(long) + RandomSize;

    private readonly IDataProtector _protector = protection.CreateProtector("Kayse.Passkeys.Challenge");

    /// <summary>A challenge for a sign-in with a passkey alone: nobody knows yet whose.</summary>
    public byte[] ForSignIn() => Create(SignIn);

    /// <summary>A challenge to create a passkey in a session.</summary>
    internal byte[] ForRegistration(string userId, string sessionId) => Create(RegistrationOf(userId, sessionId));

    /// <summary>A challenge to complete a sign-in.</summary>
    internal byte[] ForSecondFactor(string userId, TokenHash ticket) => Create(SecondFactorOf(userId, ticket));

    /// <summary>A challenge to confirm who uses a session.</summary>
    internal byte[] ForStepUp(string userId, string sessionId) => Create(StepUpOf(userId, sessionId));

    internal static string SignIn => "sign-in";

    internal static string RegistrationOf(string userId, string sessionId) => $"registration:{userId}:{sessionId}";

    internal static string StepUpOf(string userId, string sessionId) => $"step-up:{userId}:{sessionId}";

    internal static string SecondFactorOf(string userId, TokenHash ticket)
    {
        Span<byte> hash = stackalloc byte[TokenHash.Size];
        ticket.CopyTo(hash);
        return $"second-factor:{userId}:{Convert.ToHexString(hash)}";
    }

    /// <summary>Until when a challenge for this purpose is good; null when it is none, or its time is over.</summary>
    internal DateTimeOffset? Read(byte[] challenge, string purpose)
    {
        try
        {
            var content = _protector.Unprotect(challenge);
            var expiresAt = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(content));
            return clock.GetUtcNow() < expiresAt && Encoding.UTF8.GetString(content.AsSpan(Header)) == purpose ? expiresAt : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private byte[] Create(string purpose)
    {
        var content = new byte[Header + Encoding.UTF8.GetByteCount(purpose)];
        BinaryPrimitives.WriteInt64LittleEndian(content, (clock.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds());
        RandomNumberGenerator.Fill(content.AsSpan(sizeof(long), RandomSize));
        Encoding.UTF8.GetBytes(purpose, content.AsSpan(Header));
        return _protector.Protect(content);
    }
}
