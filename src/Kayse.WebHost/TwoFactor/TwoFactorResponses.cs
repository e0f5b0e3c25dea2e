using System.Text.Json.Serialization;
using Kayse.Grains.TwoFactor;
using Kayse.WebHost.Sessions;

namespace Kayse.WebHost.TwoFactor;

/// <summary>The state of your second factor.</summary>
/// <param name="Enabled">Whether it is on.</param>
/// <param name="EnabledAt">When it was turned on; null if it is off.</param>
/// <param name="BackupCodesLeft">How many backup codes are unused.</param>
/// <param name="RequiredFrom">From when one of your companies requires it; null if none
/// does.</param>
/// <param name="ResetAt">When an admin's reset of your second factors takes effect; null if none is planned.</param>
internal sealed record TwoFactorResponse(
    bool Enabled,
    DateTimeOffset? EnabledAt,
    int BackupCodesLeft,
    DateTimeOffset? RequiredFrom,
    DateTimeOffset? ResetAt
)
{
    public static TwoFactorResponse Of(TwoFactorView view) =>
        new(view.Enabled, view.EnabledAt, view.BackupCodesLeft, view.RequiredFrom, view.ResetAt);
}

/// <summary>A secret for an authenticator app.</summary>
/// <param name="Secret">The key to enter by hand, in base 32.</param>
/// <param name="OtpauthUri">The same as a URI for authenticator apps.</param>
/// <param name="QrCodeSvg">The same as a QR code, an SVG image.</param>
/// <param name="ExpiresAt">When this secret expires.</param>
internal sealed record TwoFactorSetupResponse(string Secret, string OtpauthUri, string QrCodeSvg, DateTimeOffset ExpiresAt);

/// <summary>The result of turning on two-factor authentication.</summary>
/// <param name="BackupCodes">Each can be used once instead of a code. Returned only once.</param>
internal sealed record TwoFactorEnabledResponse(IReadOnlyList<string> BackupCodes)
{
    /// <summary>
    /// The session with its new token; the previous token no longer works. Absent if the session has ended.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionTokenResponse? Session { get; init; }

    public static TwoFactorEnabledResponse Of(TwoFactorEnabled enabled) =>
        new(enabled.BackupCodes) { Session = enabled.Session is { } renewed ? SessionTokenResponse.Of(renewed.Session) : null };
}

/// <summary>New backup codes.</summary>
/// <param name="BackupCodes">Each can be used once instead of a code. Returned only once.</param>
internal sealed record BackupCodesResponse(IReadOnlyList<string> BackupCodes);
