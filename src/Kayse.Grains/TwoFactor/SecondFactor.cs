using Kayse.Grains.Tokens;

namespace Kayse.Grains.TwoFactor;

/// <summary>A second factor that is on.</summary>
/// <param name="ProtectedSecret">The app's secret, encrypted.</param>
/// <param name="EnabledAt">Since when.</param>
/// <param name="LastStep">The step of the last code that was accepted: only later ones are.</param>
/// <param name="BackupCodes">The hashes of those not used.</param>
internal sealed record SecondFactor(
    byte[] ProtectedSecret,
    DateTimeOffset EnabledAt,
    long LastStep,
    IReadOnlyList<TokenHash> BackupCodes
);

/// <summary>A second factor that was set up and not turned on.</summary>
/// <param name="ProtectedSecret">The app's secret, encrypted.</param>
/// <param name="ExpiresAt">From when on it can't be turned on.</param>
internal sealed record PendingSecondFactor(byte[] ProtectedSecret, DateTimeOffset ExpiresAt);
