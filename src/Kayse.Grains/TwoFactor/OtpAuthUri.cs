namespace Kayse.Grains.TwoFactor;

/// <summary>The <c>otpauth:</c> URI that authenticator apps read from a QR code.</summary>
internal static class OtpAuthUri
{
    public static string Of(string issuer, string account, string base32Secret)
    {
        var label = $"{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}";
        return $"otpauth://totp/{label}?secret={base32Secret}&issuer={Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits=6&period=30";
    }
}
