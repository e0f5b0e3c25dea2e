using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <summary>A person changes their password, having proved that they know the present one.</summary>
/// <param name="CredentialVersion">The <see cref="PasswordHistory.Version"/> that was proved.</param>
/// <param name="PasswordHash">Of the new one.</param>
/// <param name="SessionId">The session that they do it in: it goes on, with another token.</param>
[GenerateSerializer, Immutable, Alias("kayse.change-password")]
public sealed record ChangePassword(
    [property: Id(0)] int CredentialVersion,
    [property: Id(1)] string PasswordHash,
    [property: Id(2)] string SessionId
)
{
    /// <summary>Leaves the hash out.</summary>
    public override string ToString() => nameof(ChangePassword);
}

/// <summary>The holder of a reset link chooses a password.</summary>
/// <param name="Secret">The hash of the secret in the link's token.</param>
/// <param name="PasswordHash">Of the new one.</param>
[GenerateSerializer, Immutable, Alias("kayse.reset-password")]
public sealed record ResetPassword([property: Id(0)] TokenHash Secret, [property: Id(1)] string PasswordHash)
{
    /// <summary>Whether the person's API keys are revoked as well, in every company.</summary>
    [Id(2)]
    public bool RevokesApiKeys { get; init; }

    /// <summary>Leaves the hash out.</summary>
    public override string ToString() => nameof(ResetPassword);
}

/// <summary>
/// An admin sets a member's password (ME-5), for as long as it takes the member to sign in with it and to choose
/// another.
/// </summary>
/// <param name="CompanyId">The admin's company.</param>
/// <param name="CompanyName">Its name, for the mail.</param>
/// <param name="PasswordHash">Of the new one; also what tells a repetition.</param>
[GenerateSerializer, Immutable, Alias("kayse.set-password")]
public sealed record SetPassword(
    [property: Id(0)] string CompanyId,
    [property: Id(1)] string CompanyName,
    [property: Id(2)] string PasswordHash
)
{
    /// <summary>Leaves the hash out.</summary>
    public override string ToString() => nameof(SetPassword);
}

/// <summary>Mails a person a link to choose a new password.</summary>
/// <param name="Id">Unique and stable: a repetition sends nothing again.</param>
/// <param name="Company">
/// The company whose admin asks for it (ME-5), which ends the sessions that act there, and every session where the
/// person is in no other company; null when the person does (US-3), which ends none.
/// </param>
[GenerateSerializer, Immutable, Alias("kayse.send-password-reset")]
public sealed record SendPasswordReset([property: Id(0)] string Id, [property: Id(2)] AskingCompany? Company)
{
    /// <summary>The mail's id.</summary>
    public string MailId => $"{Id}-reset";
}

/// <summary>A company that asks something of a member's account.</summary>
[GenerateSerializer, Immutable, Alias("kayse.asking-company")]
public sealed record AskingCompany([property: Id(0)] string Id, [property: Id(1)] string Name);
