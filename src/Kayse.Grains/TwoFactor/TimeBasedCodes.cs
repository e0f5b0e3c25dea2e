using OtpNet;

namespace Kayse.Grains.TwoFactor;

/// <summary>
/// Time-based one-time codes (RFC 6238) as every authenticator app has them: SHA-1, 6 digits, steps of 30 seconds.
/// </summary>
internal static class TimeBasedCodes
{
    private const int Digits = 6;

    // One step of drift either way (RFC 6238, 5.2).
    private static readonly VerificationWindow _drift = new(previous: 1, future: 1);

    /// <summary>160 bits, the size of SHA-1's output (RFC 4226, 4).</summary>
    public static byte[] NewSecret() => KeyGeneration.GenerateRandomKey(OtpHashMode.Sha1);

    /// <summary>A secret as people type it into an app.</summary>
    public static string Base32(byte[] secret) => Base32Encoding.ToString(secret);

    /// <summary>The <c>otpauth:</c> URI that apps read from a QR code.</summary>
    public static string Uri(string issuer, string account, byte[] secret) =>
        new OtpUri(OtpType.Totp, secret, account, issuer).ToString();

    /// <summary>
    /// The step whose code was typed, if that is near enough and later than <paramref name="lastStep"/>, so that no
    /// code is accepted twice; else null.
    /// </summary>
    public static long? Match(byte[] secret, string code, DateTimeOffset now, long lastStep)
    {
        var typed = TypedCode.Read(code);
        return typed.Length == Digits && new Totp(secret).VerifyTotp(now.UtcDateTime, typed, out var step, _drift) && step > lastStep
            ? step
            : null;
    }
}
