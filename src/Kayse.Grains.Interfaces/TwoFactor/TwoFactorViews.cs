using Kayse.Grains.Sessions;

namespace Kayse.Grains.TwoFactor;

/// <summary>How it stands with a person's second factor.</summary>
/// <param name="Enabled">Whether there is one.</param>
/// <param name="EnabledAt">Since when; null when there is none.</param>
/// <param name="BackupCodesLeft">How many have not been used.</param>
/// <param name="RequiredFrom">From when on a company of theirs lets them do nothing without; null when none
/// does.</param>
[GenerateSerializer, Immutable, Alias("kayse.two-factor-view")]
public sealed record TwoFactorView(
    [property: Id(0)] bool Enabled,
    [property: Id(1)] DateTimeOffset? EnabledAt,
    [property: Id(2)] int BackupCodesLeft,
    [property: Id(3)] DateTimeOffset? RequiredFrom
)
{
    /// <summary>When their second factors will be reset by an admin; null when that isn't planned.</summary>
    [Id(4)]
    public DateTimeOffset? ResetAt { get; init; }

    /// <summary>The company whose admin asked for it; null when none did.</summary>
    [Id(5)]
    public string? ResetBy { get; init; }
}

/// <summary>A secret for an authenticator app. It counts from <see cref="EnableTwoFactor"/> on.</summary>
/// <param name="Secret">In base 32, as apps take it by hand.</param>
/// <param name="OtpAuthUri">As apps read it from a QR code.</param>
/// <param name="ExpiresAt">From when on it can't be turned on.</param>
[GenerateSerializer, Immutable, Alias("kayse.two-factor-setup")]
public sealed record TwoFactorSetup(
    [property: Id(0)] string Secret,
    [property: Id(1)] string OtpAuthUri,
    [property: Id(2)] DateTimeOffset ExpiresAt
)
{
    /// <summary>Leaves the secret out.</summary>
    public override string ToString() => nameof(TwoFactorSetup);
}

/// <summary>A second factor that was just turned on.</summary>
/// <param name="BackupCodes">Each completes one sign-in without the app. They exist nowhere else.</param>
/// <param name="Session">The session with its new token; null when it ended meanwhile.</param>
[GenerateSerializer, Immutable, Alias("kayse.two-factor-enabled")]
public sealed record TwoFactorEnabled([property: Id(0)] IReadOnlyList<string> BackupCodes, [property: Id(1)] RenewedSession? Session)
{
    /// <summary>Leaves the codes out.</summary>
    public override string ToString() => nameof(TwoFactorEnabled);
}
