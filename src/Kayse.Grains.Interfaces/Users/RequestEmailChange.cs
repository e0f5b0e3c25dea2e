namespace Kayse.Grains.Users;

/// <summary>A person who has proved that they know their password wants another email address.</summary>
/// <param name="Id">Unique and stable: a repetition sends nothing again.</param>
/// <param name="NewEmail">The address, as it was typed.</param>
/// <param name="CredentialVersion">The <see cref="UserCredential.Version"/> that was proved.</param>
/// <param name="SessionId">The session that they ask in: it goes on when the others end.</param>
[GenerateSerializer, Immutable, Alias("kayse.request-email-change")]
public sealed record RequestEmailChange(
    [property: Id(0)] string Id,
    [property: Id(1)] string NewEmail,
    [property: Id(2)] int CredentialVersion,
    [property: Id(3)] string SessionId
);
