using System.Text.Json.Serialization;
using Kayse.Grains.TwoFactor;
using Kayse.WebHost.Sessions;

namespace Kayse.WebHost.TwoFactor;

/// <summary>How it stands with the caller's second factor.</summary>
/// <param name="Enabled">Whether there is one.</param>
/// <param name="EnabledAt">Since when; null when there is none.</param>
/// <param name="BackupCodesLeft">How many have not been used.</param>
/// <param name="RequiredFrom">From when on a company of theirs lets them do nothing else without; null when none
/// does.</param>
internal sealed record TwoFactorResponse(bool Enabled, DateTimeOffset? EnabledAt, int BackupCodesLeft, DateTimeOffset? RequiredFrom)
{
    public static TwoFactorResponse Of(TwoFactorView view) => new(view.Enabled, view.EnabledAt, view.BackupCodesLeft, view.RequiredFrom);
}

/// <summary>A secret for an authenticator app.</summary>
/// <param name="Secret">In base 32, to be typed into the app.</param>
/// <param name="OtpauthUri">The same as apps read it.</param>
/// <param name="QrCodeSvg">That as a QR code, an SVG image.</param>
/// <param name="ExpiresAt">From when on it can't be turned on.</param>
internal sealed record TwoFactorSetupResponse(string Secret, string OtpauthUri, string QrCodeSvg, DateTimeOffset ExpiresAt);

/// <summary>A second factor that was just turned on.</summary>
/// <param name="BackupCodes">Each completes one sign-in without the app. They are shown here only.</param>
internal sealed record TwoFactorEnabledResponse(IReadOnlyList<string> BackupCodes)
{
    /// <summary>
    /// The session with its new token; the one before opens nothing any more. Absent when the session ended meanwhile.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionTokenResponse? Session { get; init; }

    public static TwoFactorEnabledResponse Of(TwoFactorEnabled enabled) =>
        new(enabled.BackupCodes) { Session = enabled.Session is { } renewed ? SessionTokenResponse.Of(renewed.Session) : null };
}

/// <summary>New backup codes.</summary>
/// <param name="BackupCodes">Each completes one sign-in without the app. They are shown here only.</param>
internal sealed record BackupCodesResponse(IReadOnlyList<string> BackupCodes);
