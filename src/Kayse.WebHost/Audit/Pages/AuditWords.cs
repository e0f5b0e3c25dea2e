using Kayse.Grains.Audit;

namespace Kayse.WebHost.Audit.Pages;

/// <summary>What the console says of what was done. A sentence goes on after the name of who did it.</summary>
internal static class AuditWords
{
    /// <summary>Every action: what it belongs to, what it is called, and what an entry of it says.</summary>
    public static readonly IReadOnlyList<AuditWord> All =
    [
        new(AuditActions.CompanyCreated, "Company", "Company created", entry => $"created the company {entry.Name}"),
        new(AuditActions.CompanyUpdated, "Company", "Details changed", entry => $"changed company details: {entry.Fields}"),
        new(AuditActions.CompanyExported, "Company", "Company exported", _ => "exported the members and the audit log"),
        new(AuditActions.PolicyChanged, "Company", "Security policy changed", entry => $"changed the security policy: {entry.Fields}"),
        new(
            AuditActions.RetentionUpdated,
            "Company",
            "Retention periods changed",
            entry => $"changed how long data is kept: {entry.Fields}"
        ),
        new(
            AuditActions.AuditEntriesDeleted,
            "Company",
            "Audit entries deleted",
            _ => "deleted audit entries at the end of their retention period"
        ),
        new(AuditActions.OwnershipTransferred, "Company", "Ownership transferred", entry => $"transferred ownership to {entry.Name}"),
        new(AuditActions.ScopeCreated, "Scopes", "Scope created", entry => $"created the scope “{entry.Name}”"),
        new(AuditActions.ScopeUpdated, "Scopes", "Scope changed", entry => $"changed the scope “{entry.Name}”"),
        new(AuditActions.ScopeDeleted, "Scopes", "Scope deleted", entry => $"deleted the scope “{entry.Name}”"),
        new(
            AuditActions.CatalogueUpdated,
            "Company",
            "Catalogue changed",
            entry => $"changed the catalogue of {entry.Name.ToLowerInvariant()}: {entry.Fields}"
        ),
        new(AuditActions.BrandingUpdated, "Company", "Branding changed", entry => $"changed the branding: {entry.Fields}"),
        new(
            AuditActions.BusinessHoursUpdated,
            "Company",
            "Business hours changed",
            entry => $"changed the business hours: {entry.Fields}"
        ),
        new(AuditActions.DomainAdded, "Company", "Domain added", entry => $"added the domain {entry.Name}"),
        new(AuditActions.DomainVerified, "Company", "Domain verified", entry => $"verified the domain {entry.Name}"),
        new(AuditActions.DomainLost, "Company", "Domain record lost", entry => $"no longer found the record of the domain {entry.Name}"),
        new(
            AuditActions.DomainRecovered,
            "Company",
            "Domain record found again",
            entry => $"found the record of the domain {entry.Name} again"
        ),
        new(AuditActions.ScimTokenCreated, "Company", "SCIM token created", _ => "created a token for SCIM provisioning"),
        new(AuditActions.ScimTokenRevoked, "Company", "SCIM token revoked", _ => "revoked a token for SCIM provisioning"),
        new(AuditActions.ScimMappingChanged, "Company", "Group access changed", entry => $"changed what the group {entry.Name} gives"),
        new(AuditActions.ScimPaused, "Company", "Deactivations paused", _ => "paused deactivations by the identity provider"),
        new(AuditActions.ScimReturnAllowed, "Company", "Return allowed", entry => $"allowed {entry.Name} to be invited again"),
        new(AuditActions.ScimResumed, "Company", "Deactivations resumed", _ => "resumed deactivations by the identity provider"),
        new(AuditActions.DomainRemoved, "Company", "Domain removed", entry => $"removed the domain {entry.Name}"),
        new(AuditActions.SsoConfigured, "Company", "Single sign-on set up", entry => $"set up single sign-on: {entry.Fields}"),
        new(AuditActions.SsoRemoved, "Company", "Single sign-on removed", _ => "removed a single sign-on connection"),
        new(AuditActions.SsoUseChanged, "Company", "Single sign-on changed", entry => $"changed the single sign-on: {entry.Fields}"),
        new(AuditActions.SsoEnforced, "Company", "Single sign-on required", _ => "required single sign-on of all members"),
        new(AuditActions.SsoNotEnforced, "Company", "Single sign-on no longer required", _ => "stopped requiring single sign-on"),
        new(
            AuditActions.SsoBreakGlassUsed,
            "Company",
            "Signed in without single sign-on",
            _ => "signed in without single sign-on, which everybody else has to use"
        ),
        new(
            AuditActions.SsoIdentityLinked,
            "Staff",
            "Single sign-on linked",
            entry => entry.IsOfOneself ? "signed in by single sign-on for the first time" : $"linked single sign-on for {entry.Name}"
        ),
        new(
            AuditActions.BillingPreferencesUpdated,
            "Company",
            "Billing preferences changed",
            entry => $"changed the billing preferences: {entry.Fields}"
        ),
        new(AuditActions.WalletRefilled, "Company", "Wallet refilled", _ => "recorded a payment to the wallet"),
        new(AuditActions.ReportScheduleCreated, "Billing", "Report scheduled", entry => $"scheduled the {entry.Name.ToLowerInvariant()}"),
        new(
            AuditActions.ReportScheduleUpdated,
            "Billing",
            "Scheduled report changed",
            entry => $"changed the {entry.Name.ToLowerInvariant()}: {entry.Fields}"
        ),
        new(
            AuditActions.ReportScheduleDeleted,
            "Billing",
            "Scheduled report deleted",
            entry => $"deleted the {entry.Name.ToLowerInvariant()}"
        ),
        new(AuditActions.BusinessHoursOpened, "Company", "Company opened", _ => "noted that the company opened"),
        new(AuditActions.BusinessHoursClosed, "Company", "Company closed", _ => "noted that the company closed"),
        new(AuditActions.WalletCharged, "Company", "Wallet charged", _ => "charged a month to the wallet"),
        new(AuditActions.AccessReviewStarted, "Company", "Access review started", entry => $"started the access review “{entry.Name}”"),
        new(AuditActions.AccessReviewClosed, "Company", "Access review closed", entry => $"closed the access review “{entry.Name}”"),
        new(
            AuditActions.AccessReviewReminderChanged,
            "Company",
            "Access review reminder changed",
            _ => "turned the quarterly access review reminder on or off"
        ),
        new(AuditActions.InvitationCreated, "Invitations", "Invitation sent", entry => $"invited {entry.Name}{entry.AsRole}"),
        new(
            AuditActions.InvitationUpdated,
            "Invitations",
            "Invitation changed",
            entry => $"changed the invitation for {entry.Name}: {entry.Fields}"
        ),
        new(AuditActions.InvitationResent, "Invitations", "Invitation resent", entry => $"resent the invitation to {entry.Name}"),
        new(
            AuditActions.InvitationLinkCopied,
            "Invitations",
            "Invitation link copied",
            entry => $"copied a link to the invitation for {entry.Name}"
        ),
        new(AuditActions.InvitationRevoked, "Invitations", "Invitation revoked", entry => $"revoked the invitation for {entry.Name}"),
        new(AuditActions.InvitationDeclined, "Invitations", "Invitation declined", entry => $"declined the invitation for {entry.Name}"),
        new(AuditActions.InvitationExpired, "Invitations", "Invitation expired", entry => $"expired the invitation for {entry.Name}"),
        new(AuditActions.InvitationAccepted, "Invitations", "Invitation accepted", entry => $"accepted the invitation for {entry.Name}"),
        new(
            AuditActions.MemberJoined,
            "Staff",
            "Member joined",
            entry => entry.IsOfOneself ? $"joined{entry.AsRole}" : $"let {entry.Name} join{entry.AsRole}"
        ),
        new(AuditActions.MemberAdded, "Staff", "Member added", entry => $"added {entry.Name}{entry.AsRole}"),
        new(
            AuditActions.MemberCreated,
            "Staff",
            "Member created without invitation",
            entry => $"created an account for {entry.Name}{entry.AsRole}"
        ),
        new(
            AuditActions.MemberUpdated,
            "Staff",
            "Member details changed",
            entry => $"changed the details of {entry.NameOrOwn}: {entry.Fields}"
        ),
        new(AuditActions.MemberRoleChanged, "Staff", "Role changed", entry => $"changed the role of {entry.Name}{entry.FromTo("role")}"),
        new(AuditActions.MemberScopesChanged, "Staff", "Member scopes changed", entry => $"changed the scopes of {entry.Name}"),
        new(
            AuditActions.MemberPermissionsChanged,
            "Staff",
            "Member permissions changed",
            entry => $"changed the permissions of {entry.Name}"
        ),
        new(AuditActions.MemberAgentsChanged, "Staff", "Member agents changed", entry => $"changed the agents of {entry.Name}"),
        new(AuditActions.MemberDeactivated, "Staff", "Member deactivated", entry => $"deactivated {entry.Name}"),
        new(AuditActions.MemberReactivated, "Staff", "Member reactivated", entry => $"reactivated {entry.Name}"),
        new(AuditActions.MemberRemoved, "Staff", "Member removed", entry => $"removed {entry.Name} from the company"),
        new(AuditActions.MemberLeft, "Staff", "Member left", _ => "left the company"),
        new(AuditActions.MemberAccountDeleted, "Staff", "Account deleted", entry => $"deleted the account of {entry.Name}"),
        new(AuditActions.MemberDeletionRequested, "Staff", "Deletion requested", _ => "asked for their account to be deleted"),
        new(AuditActions.MemberDeletionTakenBack, "Staff", "Deletion taken back", _ => "took back their request to be deleted"),
        new(AuditActions.MemberDeletionCertified, "Staff", "Deletion certified", entry => $"certified the deletion of {entry.Name}"),
        new(AuditActions.MemberDataExportRequested, "Staff", "Data export requested", _ => "requested a copy of their personal data"),
        new(AuditActions.MemberDataExportDownloaded, "Staff", "Data export downloaded", _ => "downloaded a copy of their personal data"),
        new(AuditActions.MemberPasswordSet, "Sign-in", "Password set by an admin", entry => $"set a new password for {entry.Name}"),
        new(
            AuditActions.MemberPasswordResetSent,
            "Sign-in",
            "Password reset link sent",
            entry => $"sent {entry.Name} a password reset link"
        ),
        new(
            AuditActions.MemberTwoFactorEnabled,
            "Sign-in",
            "Two-factor authentication turned on",
            _ => "turned on two-factor authentication"
        ),
        new(
            AuditActions.MemberTwoFactorDisabled,
            "Sign-in",
            "Two-factor authentication turned off",
            _ => "turned off two-factor authentication"
        ),
        new(
            AuditActions.MemberTwoFactorReset,
            "Sign-in",
            "Second factor reset",
            entry => $"asked to reset the second factor of {entry.Name}"
        ),
        new(
            AuditActions.MemberTwoFactorResetCancelled,
            "Sign-in",
            "Second factor reset canceled",
            _ => "canceled the reset of a second factor"
        ),
        new(AuditActions.MemberPasskeyAdded, "Sign-in", "Passkey added", _ => "added a passkey"),
        new(AuditActions.MemberPasskeyRemoved, "Sign-in", "Passkey removed", _ => "removed a passkey"),
        new(AuditActions.MemberSignedOut, "Sign-in", "Signed out everywhere", entry => $"signed {entry.NameOrThemselves} out everywhere"),
        new(
            AuditActions.SupportChangeRequested,
            "Company",
            "Change requested from support",
            _ => "asked support for a change of subscription or billing details"
        ),
        new(AuditActions.WebhookCreated, "Webhooks", "Webhook created", entry => $"created the webhook to {entry.Name}"),
        new(AuditActions.WebhookUpdated, "Webhooks", "Webhook changed", entry => $"changed the webhook to {entry.Name}: {entry.Fields}"),
        new(
            AuditActions.WebhookSecretRotated,
            "Webhooks",
            "Webhook secret rotated",
            entry => $"rotated the secret of the webhook to {entry.Name}"
        ),
        new(AuditActions.WebhookReplayed, "Webhooks", "Events replayed", entry => $"sent events to {entry.Name} again"),
        new(AuditActions.WebhookEnabled, "Webhooks", "Webhook enabled", entry => $"enabled the webhook to {entry.Name}"),
        new(AuditActions.WebhookDisabled, "Webhooks", "Webhook disabled", entry => $"disabled the webhook to {entry.Name}"),
        new(AuditActions.WebhookDeleted, "Webhooks", "Webhook deleted", entry => $"deleted the webhook to {entry.Name}"),
        new(AuditActions.SessionEnded, "Sign-in", "Session ended", entry => $"signed {entry.NameOrThemselves} out of a session"),
        new(AuditActions.DevicePaired, "Sign-in", "App paired", _ => "paired an app"),
        new(AuditActions.ApiKeyCreated, "API keys", "API key created", entry => $"created the API key “{entry.Name}”"),
        new(AuditActions.ApiKeyRegenerated, "API keys", "API key regenerated", entry => $"regenerated the API key “{entry.Name}”"),
        new(AuditActions.ApiKeyRevoked, "API keys", "API key revoked", entry => $"revoked the API key “{entry.Name}”"),
        new(AuditActions.ServiceKeyCreated, "API keys", "Service key created", entry => $"created the service key “{entry.Name}”"),
        new(AuditActions.ServiceKeyRotated, "API keys", "Service key rotated", entry => $"rotated the service key “{entry.Name}”"),
        new(
            AuditActions.ServiceKeyOverlapEnded,
            "API keys",
            "Old service key ended",
            entry => $"ended the old secret of the service key “{entry.Name}”"
        ),
        new(AuditActions.ServiceKeyRevoked, "API keys", "Service key revoked", entry => $"revoked the service key “{entry.Name}”"),
    ];

    private static readonly Dictionary<string, AuditWord> _words = All.ToDictionary(word => word.Action, StringComparer.Ordinal);

    /// <summary>What somebody did; of an action that is not known here, its word.</summary>
    public static string SentenceOf(AuditRecord record, AuditValues values) =>
        _words.TryGetValue(record.Action, out var word)
            ? word.Sentence(new AuditPhrase(record, values))
            : $"{record.Action}: {record.Target.Name}";
}

/// <summary>An action in words.</summary>
/// <param name="Action">One of <see cref="AuditActions"/>.</param>
/// <param name="Area">What it belongs to.</param>
/// <param name="Label">What it is called in a list of actions.</param>
/// <param name="Sentence">What an entry of it says.</param>
internal sealed record AuditWord(string Action, string Area, string Label, Func<AuditPhrase, string> Sentence);
