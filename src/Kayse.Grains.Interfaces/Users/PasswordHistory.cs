namespace Kayse.Grains.Users;

/// <summary>What a person's new password is judged by. Never leaves the service.</summary>
/// <param name="Version">The <see cref="UserCredential.Version"/> of the present password.</param>
/// <param name="Hashes">The last passwords, the present one first; none of them may be chosen again.</param>
/// <param name="Email">The person's address.</param>
/// <param name="Names">Their name and those of their companies.</param>
[GenerateSerializer, Immutable, Alias("kayse.password-history")]
public sealed record PasswordHistory(
    [property: Id(0)] int Version,
    [property: Id(1)] IReadOnlyList<string> Hashes,
    [property: Id(2)] string Email,
    [property: Id(3)] IReadOnlyList<string> Names
)
{
    /// <summary>Leaves the hashes and the person out.</summary>
    public override string ToString() => nameof(PasswordHistory);
}
