namespace Kayse.Grains.TwoFactor;

/// <summary>
/// What a person gets who has proved the password and has a second factor: with it and a code the sign-in is completed.
/// </summary>
/// <param name="Token">Bearer of that proof; exists nowhere else.</param>
/// <param name="ExpiresAt">From when on it is refused.</param>
/// <param name="Methods">What the code may be: of <see cref="TwoFactorMethods"/>.</param>
[GenerateSerializer, Immutable, Alias("kayse.two-factor-ticket")]
public sealed record TwoFactorTicket(
    [property: Id(0)] string Token,
    [property: Id(1)] DateTimeOffset ExpiresAt,
    [property: Id(2)] IReadOnlyList<string> Methods
)
{
    /// <summary>Leaves the token out.</summary>
    public override string ToString() => nameof(TwoFactorTicket);
}

/// <summary>The contract's words for what a code may be.</summary>
public static class TwoFactorMethods
{
    /// <summary>The code that an authenticator app shows.</summary>
    public const string Totp = "totp";

    /// <summary>One of the codes that were shown when the second factor was turned on.</summary>
    public const string BackupCode = "backup_code";

    /// <summary>A passkey of theirs, in place of a code.</summary>
    public const string Passkey = "passkey";
}
