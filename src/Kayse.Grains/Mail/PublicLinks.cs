namespace Kayse.Grains.Mail;

/// <summary>
/// Links into the console, for mails. Tokens stand after <c>#</c>, so that no server, log or Referer gets to see them;
/// but for that of subscriptions, which mail programs send by themselves.
/// </summary>
/// <param name="PublicUrl"><c>Kayse:PublicUrl</c>: where people reach the console, without a trailing slash.</param>
public sealed record PublicLinks(string PublicUrl)
{
    /// <summary>Where an invitation is accepted.</summary>
    public Uri AcceptInvitation(string token) => new($"{PublicUrl}/invitations/accept#token={token}");

    /// <summary>Where a new password is chosen.</summary>
    public Uri ResetPassword(string token) => new($"{PublicUrl}/reset-password#token={token}");

    /// <summary>Where somebody says that what a notice tells of wasn't their doing.</summary>
    public Uri NotMe(string token) => new($"{PublicUrl}/not-me#token={token}");

    /// <summary>Where a link to choose a new password is asked for.</summary>
    public Uri ForgotPassword => new($"{PublicUrl}/forgot-password");

    /// <summary>Where a person proves that an address is theirs.</summary>
    public Uri VerifyEmail(string token) => new($"{PublicUrl}/verify-email#token={token}");

    /// <summary>Where a new email address is confirmed.</summary>
    public Uri ConfirmEmail(string token) => new($"{PublicUrl}/confirm-email#token={token}");

    /// <summary>Where a change of the email address is undone.</summary>
    public Uri UndoEmail(string token) => new($"{PublicUrl}/undo-email#token={token}");

    /// <summary>Where a person chooses which emails they get, by a link that needs no sign-in and no script.</summary>
    public Uri Subscriptions(string token) => new($"{PublicUrl}/email-subscriptions/{token}");

    /// <summary>Where a mail program turns off a kind of email (RFC 8058). It opens nothing else.</summary>
    public Uri Unsubscribe(string token, string kind) => new($"{PublicUrl}/api/v1/email-subscriptions/{token}?type={kind}");

    /// <summary>Where notifications are read.</summary>
    public Uri Notifications => new($"{PublicUrl}/notifications");

    /// <summary>Where release notes are read.</summary>
    public Uri WhatsNew => new($"{PublicUrl}/whats-new");

    /// <summary>Where admins see a member.</summary>
    public Uri Member(string userId) => new($"{PublicUrl}/settings/staff/{Uri.EscapeDataString(userId)}");

    /// <summary>Where admins see the domains of their company.</summary>
    public Uri SingleSignOn => new($"{PublicUrl}/settings/single-sign-on");

    /// <summary>The domains of a company.</summary>
    public Uri Domains => new($"{PublicUrl}/settings/domains");

    /// <summary>What identity providers call by SCIM.</summary>
    public Uri Scim => new($"{PublicUrl}/scim/v2");

    /// <summary>Where admins connect their identity provider by SCIM.</summary>
    public Uri Provisioning => new($"{PublicUrl}/settings/provisioning");

    /// <summary>Where admins see a webhook of their company.</summary>
    public Uri Webhook(string webhookId) => new($"{PublicUrl}/settings/webhooks/{Uri.EscapeDataString(webhookId)}");

    /// <summary>Where a company's billing preferences are.</summary>
    public Uri BillingPreferences => new($"{PublicUrl}/settings/billing/preferences");

    /// <summary>Where admins review who has access.</summary>
    public Uri AccessReviews => new($"{PublicUrl}/settings/access-reviews");

    /// <summary>Where an access review is worked on.</summary>
    public Uri AccessReview(string reviewId) => new($"{PublicUrl}/settings/access-reviews/{Uri.EscapeDataString(reviewId)}");

    /// <summary>Where a person sees what is stored of them, and asks for a copy of it.</summary>
    public Uri Privacy => new($"{PublicUrl}/profile/privacy");

    /// <summary>Where an export of a person's data is downloaded.</summary>
    public Uri DataExport(string exportId) => new($"{PublicUrl}/profile/privacy/exports/{Uri.EscapeDataString(exportId)}");

    /// <summary>Where a report of the usage of some days is downloaded.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last.</param>
    public Uri UsageReport(DateOnly from, DateOnly to) =>
        new(
            FormattableString.Invariant($"{PublicUrl}/settings/billing/reports?from={from:yyyy-MM-dd}&until={to.AddDays(-1):yyyy-MM-dd}")
        );

    /// <summary>Where anybody gets the keys with which deletion certificates are checked.</summary>
    public Uri CertificateKeys => new($"{PublicUrl}/api/v1/deletion-certificates/keys");

    /// <summary>Where people sign in and work.</summary>
    public Uri Console => new(PublicUrl);
}
