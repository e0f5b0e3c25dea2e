using System.Text.Json.Serialization;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Subscriptions;

namespace Kayse.Grains.Mail;

/// <summary>
/// What an email says, as data: without whom it goes to, and without secrets. The outbox stores it so, and has it
/// written when it sends it. A new email is a record in <c>Emails</c> and a line here. The names in these lines never
/// change: queued mail is stored under them.
/// </summary>
/// <remarks>
/// Not abstract: during an upgrade, an email of a later release is read as this, and refused when it is to be written.
/// </remarks>
[JsonPolymorphic(IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(AccessReviewDueEmail), "access-review-due")]
[JsonDerivedType(typeof(AccountLockedEmail), "account-locked")]
[JsonDerivedType(typeof(AddressChangedEmail), "address-changed")]
[JsonDerivedType(typeof(AddressConfirmationEmail), "address-confirmation")]
[JsonDerivedType(typeof(AddressVerificationEmail), "address-verification")]
[JsonDerivedType(typeof(BillingContactEmail), "billing-contact")]
[JsonDerivedType(typeof(ChangeRequestEmail), "change-request")]
[JsonDerivedType(typeof(DigestEmail), "digest")]
[JsonDerivedType(typeof(DataExportReadyEmail), "data-export-ready")]
[JsonDerivedType(typeof(DataExportRequestedEmail), "data-export-requested")]
[JsonDerivedType(typeof(DomainLostEmail), "domain-lost")]
[JsonDerivedType(typeof(SsoNewsEmail), "sso-news")]
[JsonDerivedType(typeof(FewBackupCodesEmail), "few-backup-codes")]
[JsonDerivedType(typeof(InvitationEmail), "invitation")]
[JsonDerivedType(typeof(AccountDeletionEmail), "account-deletion")]
[JsonDerivedType(typeof(DeletionCertificateEmail), "deletion-certificate")]
[JsonDerivedType(typeof(MemberAddedEmail), "member-added")]
[JsonDerivedType(typeof(MemberProvisionedEmail), "member-provisioned")]
[JsonDerivedType(typeof(ScimPausedEmail), "scim-paused")]
[JsonDerivedType(typeof(MemberDeletionEmail), "member-deletion")]
[JsonDerivedType(typeof(NewDeviceEmail), "new-device")]
[JsonDerivedType(typeof(NotificationEmail), "notification")]
[JsonDerivedType(typeof(PasskeyChangedEmail), "passkey-changed")]
[JsonDerivedType(typeof(PasswordChangedEmail), "password-changed")]
[JsonDerivedType(typeof(PasswordResetEmail), "password-reset")]
[JsonDerivedType(typeof(ReleaseNotesEmail), "release-notes")]
[JsonDerivedType(typeof(RoleChangedEmail), "role-changed")]
[JsonDerivedType(typeof(SamlCertificateEmail), "saml-certificate")]
[JsonDerivedType(typeof(SpendingAlertEmail), "spending-alert")]
[JsonDerivedType(typeof(TwoFactorChangedEmail), "two-factor-changed")]
[JsonDerivedType(typeof(TwoFactorResetEmail), "two-factor-reset")]
[JsonDerivedType(typeof(UsageReportEmail), "usage-report")]
[JsonDerivedType(typeof(WebhookDisabledEmail), "webhook-disabled")]
[JsonDerivedType(typeof(WebhookFailingEmail), "webhook-failing")]
[GenerateSerializer, Immutable, Alias("kayse.email")]
internal record Email
{
    /// <summary>The words. Names go through <see cref="MailName"/>, dates and durations through <see cref="Times"/>.</summary>
    /// <exception cref="EmailRefusedException">It can't be written, now or later.</exception>
    public virtual EmailLayout Write(EmailContext context) =>
        throw new EmailRefusedException("This release does not know this kind of email.");

    /// <summary>
    /// What its recipient can turn off so as to get no more of its kind; null, as for all that is about the security of
    /// an account, when they can't.
    /// </summary>
    [JsonIgnore]
    public virtual SubscriptionKind? Subscription => null;

    /// <summary>Only the kind: the rest is personal data.</summary>
    public sealed override string ToString() => GetType().Name;
}
