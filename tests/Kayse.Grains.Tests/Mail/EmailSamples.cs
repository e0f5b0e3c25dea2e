using System.Reflection;
using System.Text.Json.Serialization;
using Kayse.Grains.Billing;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Notifications;
using Kayse.Grains.Sessions;
using Kayse.Grains.Support;
using Kayse.Grains.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kayse.Grains.Tests.Mail;

/// <summary>Every email that there is, in each of its versions, and how it looks when it is sent.</summary>
internal static class EmailSamples
{
    public const string Token = "0197f3c2.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA";
    public const string Secret = $"{Token} 482913";
    public const string Person = "Ada Lovelace";
    public const string Company = "Analytical Engines Ltd";
    public const string Other = "Charles Babbage";

    private static readonly DateTimeOffset _now = new(2026, 1, 5, 11, 5, 59, TimeSpan.FromHours(2));
    private static readonly DateOnly _month = new(2026, 11, 1);
    private static readonly ClientDevice _device = new(DeviceKinds.Desktop, "Firefox", "Windows", "203.0.113.7") { Location = "Germany" };

    private static readonly MailedNotification _call = new(
        NotificationType.MissedCall,
        "Missed call from Grace Hopper",
        "12:04, 31 seconds.\nNo voicemail.",
        _now
    );
    private static readonly IReadOnlyList<MailedNotification> _several =
    [
        _call,
        new(NotificationType.TaskDue, "Send the contract", Body: null, _now.AddHours(2)),
    ];

    public static IReadOnlyDictionary<string, Email> All { get; } =
        new Dictionary<string, Email>(StringComparer.Ordinal)
        {
            ["access-review-due"] = new AccessReviewDueEmail(Company, "Q1 2026", OpenReviewId: null),
            ["access-review-due, still open"] = new AccessReviewDueEmail(Company, "Q1 2026", "06axv7m2k4p9r3t8w1y5z0ef"),
            ["account-locked"] = new AccountLockedEmail(_now, _device),
            ["address-changed"] = new AddressChangedEmail(_now, _now.AddDays(7)),
            ["address-changed, undone"] = new AddressChangedEmail(_now, UndoUntil: null),
            ["address-confirmation"] = new AddressConfirmationEmail(_now, _now.AddDays(1)),
            ["address-verification"] = new AddressVerificationEmail(_now, _now.AddMinutes(30), _now.AddDays(1)),
            ["billing-contact"] = new BillingContactEmail(Company),
            ["digest"] = new DigestEmail(Company, "Europe/Berlin", _now.AddDays(-1), _now, _several, More: 1200),
            ["account-deletion"] = new AccountDeletionEmail(_now.AddDays(30)),
            ["deletion-certificate"] = new DeletionCertificateEmail("06axv7m2k4p9r3t8w1y5z0ef", _now, "e30.e30.c2lnbmVk"),
            ["member-deletion"] = new MemberDeletionEmail(Company, Other, "06axv7m2k4p9r3t8w1y5z0ef", _now.AddDays(30)),
            ["member-deletion, taken back"] = new MemberDeletionEmail(Company, Other, "06axv7m2k4p9r3t8w1y5z0ef", DueAt: null),
            ["data-export-ready"] = new DataExportReadyEmail("06axv7m2k4p9r3t8w1y5z0ef", _now.AddDays(7)),
            ["data-export-requested"] = new DataExportRequestedEmail(_now, _device),
            ["change-request"] = new ChangeRequestEmail(
                Company,
                "06axv7m2k4p9r3t8w1y5z0ef",
                Person,
                "ada@example.com",
                ChangeSubject.BillingDetails,
                ["Please send invoices to our new office.", "Thank you!"],
                new Diagnostics("1.0.0", _now, "4bf92f3577b34da6a3ce929d0e0e4736", "06axv7m2k4p9r3t8w1y5z0eg", "Firefox", null)
            ),
            ["change-request, alone"] = new ChangeRequestEmail(
                Company,
                "06ax",
                Person,
                "",
                ChangeSubject.Subscription,
                ["Ten more seats."],
                null
            ),
            ["sso-news, enforced"] = new SsoNewsEmail(Company, SsoNews.Enforced, Other, _now),
            ["sso-news, not enforced"] = new SsoNewsEmail(Company, SsoNews.NotEnforced, Other, _now),
            ["sso-news, break-glass used"] = new SsoNewsEmail(Company, SsoNews.BreakGlassUsed, Other, _now),
            ["sso-news, break-glass changed"] = new SsoNewsEmail(Company, SsoNews.BreakGlassChanged, By: null, _now),
            ["domain-lost"] = new DomainLostEmail(Company, "engines.example"),
            ["few-backup-codes"] = new FewBackupCodesEmail(2),
            ["few-backup-codes, one"] = new FewBackupCodesEmail(1),
            ["few-backup-codes, none"] = new FewBackupCodesEmail(0),
            ["invitation"] = new InvitationEmail(Company, Other, "Super Admin", _now, _now.AddDays(1)),
            ["member-added"] = new MemberAddedEmail(Company, Other, "Admin"),
            ["member-provisioned"] = new MemberProvisionedEmail(Company, "User"),
            ["scim-paused"] = new ScimPausedEmail(Company, 12),
            ["new-device"] = new NewDeviceEmail(_now, _device),
            ["new-device, unknown"] = new NewDeviceEmail(_now, ClientDevice.Unknown),
            ["notification"] = new NotificationEmail(Company, "America/New_York", [_call], More: 0),
            ["notification, held"] = new NotificationEmail(Company, "", _several, More: 0),
            ["passkey-changed, added"] = new PasskeyChangedEmail(_now, "Laptop"),
            ["passkey-changed, removed"] = new PasskeyChangedEmail(_now, "Laptop") { IsRemoved = true },
            ["password-changed"] = new PasswordChangedEmail(_now),
            ["password-changed, with passkeys"] = new PasswordChangedEmail(_now) { Passkeys = PasskeyNames.List(["Laptop", "Phone"]) },
            ["password-changed, for a week"] = new PasswordChangedEmail(_now) { Company = Company, ExpiresAt = _now.AddDays(7) },
            ["password-changed, by an admin"] = new PasswordChangedEmail(_now) { Company = Company },
            ["password-reset"] = new PasswordResetEmail(_now, _now.AddHours(1)),
            ["password-reset, with a passkey"] = new PasswordResetEmail(_now, _now.AddHours(1))
            {
                Passkeys = PasskeyNames.List(["Laptop"]),
            },
            ["password-reset, by an admin"] = new PasswordResetEmail(_now, _now.AddHours(1)) { Company = Company },
            ["password-reset, after a report"] = new PasswordResetEmail(_now, _now.AddHours(1)) { IsPasswordDisabled = true },
            ["release-notes"] = new ReleaseNotesEmail("Notifications, your way", "Kayse now tells you what happens at work."),
            ["role-changed"] = new RoleChangedEmail(Company, Other, "Admin"),
            ["spending-alert"] = new SpendingAlertEmail(Company, AlertThreshold.Near, _month, 41_250, 56_100, 50_000, "USD"),
            ["spending-alert, reached"] = new SpendingAlertEmail(Company, AlertThreshold.Reached, _month, 50_000, null, 50_000, "EUR"),
            ["spending-alert, projected"] = new SpendingAlertEmail(
                Company,
                AlertThreshold.ProjectedOver,
                _month,
                20_000,
                56_100,
                50_000,
                "USD"
            ),
            ["usage-report"] = new UsageReportEmail(Company, new(2026, 10, 1), new(2026, 11, 1), WasDueAt: null, IsAttached: true),
            ["usage-report, late"] = new UsageReportEmail(Company, new(2026, 10, 1), new(2026, 11, 1), _now, IsAttached: true),
            ["usage-report, too large"] = new UsageReportEmail(
                Company,
                new(2025, 12, 1),
                new(2026, 11, 2),
                WasDueAt: null,
                IsAttached: false
            ),
            ["webhook-failing"] = new WebhookFailingEmail(Company, "5t8k2m", "hooks.engines.example", _now),
            ["webhook-disabled"] = new WebhookDisabledEmail(Company, "5t8k2m", "hooks.engines.example", WebhookDisabledReason.Failing),
            ["webhook-disabled, gone"] = new WebhookDisabledEmail(Company, "5t8k2m", "hooks.engines.example", WebhookDisabledReason.Gone),
            ["two-factor-reset"] = new TwoFactorResetEmail(_now, Company),
            ["two-factor-reset, planned"] = new TwoFactorResetEmail(_now, Company) { At = _now.AddDays(1) },
            ["two-factor-reset, canceled"] = new TwoFactorResetEmail(_now, Company) { IsCancelled = true },
            ["two-factor-changed, on"] = new TwoFactorChangedEmail(_now, TwoFactorChange.Enabled),
            ["two-factor-changed, off"] = new TwoFactorChangedEmail(_now, TwoFactorChange.Disabled),
            ["two-factor-changed, codes"] = new TwoFactorChangedEmail(_now, TwoFactorChange.BackupCodesRenewed),
        };

    /// <summary>The kinds of email that are registered.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
    [.. typeof(Email).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType)];

    public static EmailMessage Sent(Email email, string to = "ada@example.com", string toName = Person, EmailBrand? brand = null)
    {
        var secrets = new MailSecrets(new EphemeralDataProtectionProvider(NullLoggerFactory.Instance));
        var composer = new MailComposer(
            new EmailSender(new("no-reply@example.com", "Kayse")),
            new PublicLinks("https://accounts.example.com"),
            secrets
        );
        var secret = email is AddressVerificationEmail ? Secret : Token;
        return composer.Compose(
            new QueuedMail
            {
                Mail = new OutgoingMail("mail-1", to, toName, email, _now.AddDays(1)),
                ProtectedSecret = secrets.Protect(secret),
            },
            brand
        );
    }
}
