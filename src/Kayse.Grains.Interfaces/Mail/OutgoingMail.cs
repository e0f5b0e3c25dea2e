namespace Kayse.Grains.Mail;

/// <summary>A mail to be composed and sent.</summary>
/// <param name="Id">Unique and stable; the Message-ID is made of it.</param>
/// <param name="To">Address.</param>
/// <param name="ToName">Name of the addressee.</param>
/// <param name="Template">One of <see cref="MailTemplates"/>.</param>
/// <param name="Values">What the template needs.</param>
/// <param name="Secret">The token in its link, or null; encrypted at rest.</param>
/// <param name="NotAfter">From when on sending it would be pointless.</param>
[GenerateSerializer, Immutable, Alias("kayse.outgoing-mail")]
public sealed record OutgoingMail(
    [property: Id(0)] string Id,
    [property: Id(1)] string To,
    [property: Id(2)] string ToName,
    [property: Id(3)] string Template,
    [property: Id(4)] IReadOnlyDictionary<string, string> Values,
    [property: Id(5)] string? Secret,
    [property: Id(6)] DateTimeOffset NotAfter
)
{
    /// <summary>Leaves the secret out.</summary>
    public override string ToString() => $"{nameof(OutgoingMail)} {Id}";
}

/// <summary>The mails that can be sent.</summary>
public static class MailTemplates
{
    /// <summary>
    /// IN-3; values <c>company</c>, <c>inviter</c>, <c>name</c>, <c>role</c>, <c>sentAt</c> and <c>expiresAt</c>
    /// (round-trip format).
    /// </summary>
    public const string Invitation = "invitation";

    /// <summary>
    /// US-3; values <c>name</c>, <c>sentAt</c>, <c>expiresAt</c> and, when an admin asked for it, <c>company</c>, or,
    /// when the person has none that works, <c>void</c>; the secret is the token in its link.
    /// </summary>
    public const string PasswordReset = "password-reset";

    /// <summary>
    /// Notice of a password that was changed; values <c>name</c>, <c>at</c> and, when an admin set it, <c>company</c>;
    /// the secret is the token by which one says that it wasn't oneself.
    /// </summary>
    public const string PasswordChanged = "password-changed";

    /// <summary>Notice that the second factor was turned on; values <c>name</c> and <c>at</c>.</summary>
    public const string TwoFactorEnabled = "two-factor-enabled";

    /// <summary>Notice that it was turned off; values <c>name</c> and <c>at</c>.</summary>
    public const string TwoFactorDisabled = "two-factor-disabled";

    /// <summary>Notice that other backup codes were made; values <c>name</c> and <c>at</c>.</summary>
    public const string BackupCodesRenewed = "backup-codes-renewed";

    /// <summary>Notice that backup codes run out; values <c>name</c> and <c>left</c>.</summary>
    public const string FewBackupCodes = "few-backup-codes";

    /// <summary>
    /// US-6, notice of a lock; values <c>name</c>, <c>at</c> and, where known, <c>browser</c>, <c>system</c>,
    /// <c>place</c>, <c>ip</c>; the secret likewise.
    /// </summary>
    public const string AccountLocked = "account-locked";

    /// <summary>US-6, notice of a sign-in on a new device; values and secret likewise.</summary>
    public const string NewDevice = "new-device";

    /// <summary>
    /// CO-1; values <c>name</c>, <c>sentAt</c>, <c>expiresAt</c>, <c>codeExpiresAt</c>; the secret is the token in its
    /// link and the code, with a space between.
    /// </summary>
    public const string VerifyEmail = "verify-email";

    /// <summary>
    /// US-1; values <c>name</c>, <c>sentAt</c>, <c>expiresAt</c>; the secret is the token in its link.
    /// </summary>
    public const string EmailChange = "email-change";

    /// <summary>
    /// Notice to the address before; values <c>name</c>, <c>at</c> and, where it can be undone, <c>expiresAt</c>; the
    /// secret is the token in the link that does it.
    /// </summary>
    public const string EmailChanged = "email-changed";

    /// <summary>IN-8; values <c>company</c>, <c>inviter</c>, <c>name</c>, <c>role</c>.</summary>
    public const string MemberAdded = "member-added";

    /// <summary>ME-2; values <c>company</c>, <c>by</c>, <c>name</c> and <c>role</c>.</summary>
    public const string RoleChanged = "role-changed";
}
