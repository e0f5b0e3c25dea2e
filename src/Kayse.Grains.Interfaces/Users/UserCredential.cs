namespace Kayse.Grains.Users;

/// <summary>What a password is verified against. Never leaves the service.</summary>
/// <param name="PasswordHash">As ASP.NET Core's password hasher writes it.</param>
/// <param name="Version">Counts up with every change of the password; a sign-in names the one that was
/// verified.</param>
[GenerateSerializer, Immutable, Alias("kayse.user-credential")]
public sealed record UserCredential([property: Id(0)] string PasswordHash, [property: Id(1)] int Version)
{
    /// <summary>The <see cref="Version"/> of a person's first password.</summary>
    public const int FirstVersion = 1;

    /// <summary>Whether somebody else chose it: it is good for choosing another, and proves nothing else.</summary>
    [Id(2)]
    public bool MustChange { get; init; }

    /// <summary>Whether a password alone signs nobody in.</summary>
    [Id(3)]
    public bool HasSecondFactor { get; init; }

    /// <summary>Whether they have passkeys.</summary>
    [Id(4)]
    public bool HasPasskeys { get; init; }

    /// <summary>
    /// Whether a passkey alone proves who uses a session: a company of theirs requires a second factor, and they have no
    /// other.
    /// </summary>
    [Id(5)]
    public bool OnlyPasskeysProve { get; init; }

    /// <summary>Leaves the hash out.</summary>
    public override string ToString() => nameof(UserCredential);
}
