namespace Kayse.Grains.Audit;

/// <summary>
/// The words for what is done, as the contract spells them. They are kept for ever: add to them, never change one.
/// </summary>
public static class AuditActions
{
#pragma warning disable CS1591 // The words say it.
    public const string CompanyCreated = "company.created";
    public const string CompanyUpdated = "company.updated";
    public const string CompanyExported = "company.exported";
    public const string RetentionUpdated = "retention.updated";
    public const string AuditEntriesDeleted = "audit_log.entries_deleted";
    public const string PolicyChanged = "policy.changed";
    public const string OwnershipTransferred = "ownership.transferred";

    public const string ScopeCreated = "scope.created";
    public const string ScopeUpdated = "scope.updated";
    public const string ScopeDeleted = "scope.deleted";

    public const string CatalogueUpdated = "catalogue.updated";
    public const string BrandingUpdated = "branding.updated";
    public const string BusinessHoursUpdated = "business_hours.updated";
    public const string BusinessHoursOpened = "business_hours.opened";
    public const string BusinessHoursClosed = "business_hours.closed";

    public const string DomainAdded = "domain.added";
    public const string DomainVerified = "domain.verified";
    public const string DomainLost = "domain.lost";
    public const string DomainRecovered = "domain.recovered";
    public const string DomainRemoved = "domain.removed";
    public const string BillingPreferencesUpdated = "billing.preferences_updated";
    public const string WalletRefilled = "billing.wallet_refilled";
    public const string ReportScheduleCreated = "report_schedule.created";
    public const string ReportScheduleUpdated = "report_schedule.updated";
    public const string ReportScheduleDeleted = "report_schedule.deleted";
    public const string WalletCharged = "billing.wallet_charged";

    public const string InvitationCreated = "invitation.created";
    public const string InvitationUpdated = "invitation.updated";
    public const string InvitationResent = "invitation.resent";
    public const string InvitationLinkCopied = "invitation.link_copied";
    public const string InvitationRevoked = "invitation.revoked";
    public const string InvitationDeclined = "invitation.declined";
    public const string InvitationExpired = "invitation.expired";
    public const string InvitationAccepted = "invitation.accepted";

    public const string MemberJoined = "member.joined";
    public const string MemberAdded = "member.added";
    public const string MemberCreated = "member.created";
    public const string MemberUpdated = "member.updated";
    public const string MemberRoleChanged = "member.role_changed";
    public const string MemberScopesChanged = "member.scopes_changed";
    public const string MemberPermissionsChanged = "member.permissions_changed";
    public const string MemberAgentsChanged = "member.agents_changed";
    public const string MemberDeactivated = "member.deactivated";
    public const string MemberReactivated = "member.reactivated";
    public const string MemberRemoved = "member.removed";
    public const string MemberLeft = "member.left";
    public const string MemberPasswordSet = "member.password_set";
    public const string MemberPasswordResetSent = "member.password_reset_sent";
    public const string MemberTwoFactorEnabled = "member.two_factor_enabled";
    public const string MemberTwoFactorDisabled = "member.two_factor_disabled";
    public const string MemberTwoFactorReset = "member.two_factor_reset";
    public const string MemberTwoFactorResetCancelled = "member.two_factor_reset_cancelled";
    public const string MemberPasskeyAdded = "member.passkey_added";
    public const string MemberPasskeyRemoved = "member.passkey_removed";
    public const string MemberSignedOut = "member.signed_out";
    public const string MemberAccountDeleted = "member.account_deleted";
    public const string MemberDeletionRequested = "member.deletion_requested";
    public const string MemberDeletionTakenBack = "member.deletion_taken_back";
    public const string MemberDeletionCertified = "member.deletion_certified";
    public const string MemberDataExportRequested = "member.data_export_requested";
    public const string MemberDataExportDownloaded = "member.data_export_downloaded";

    public const string ApiKeyCreated = "api_key.created";
    public const string ApiKeyRegenerated = "api_key.regenerated";
    public const string ApiKeyRevoked = "api_key.revoked";

    public const string ServiceKeyCreated = "service_key.created";
    public const string ServiceKeyRotated = "service_key.rotated";
    public const string ServiceKeyOverlapEnded = "service_key.overlap_ended";
    public const string ServiceKeyRevoked = "service_key.revoked";

    public const string ScimTokenCreated = "scim.token_created";
    public const string ScimTokenRevoked = "scim.token_revoked";
    public const string ScimMappingChanged = "scim.mapping_changed";
    public const string ScimPaused = "scim.paused";
    public const string ScimResumed = "scim.resumed";
    public const string ScimReturnAllowed = "scim.return_allowed";

    public const string SupportChangeRequested = "support.change_requested";
    public const string AccessReviewStarted = "access_review.started";
    public const string AccessReviewClosed = "access_review.closed";
    public const string AccessReviewReminderChanged = "access_review.reminder_changed";

    public const string WebhookCreated = "webhook.created";
    public const string WebhookUpdated = "webhook.updated";
    public const string WebhookSecretRotated = "webhook.secret_rotated";
    public const string WebhookReplayed = "webhook.replayed";
    public const string WebhookEnabled = "webhook.enabled";
    public const string WebhookDisabled = "webhook.disabled";
    public const string WebhookDeleted = "webhook.deleted";
    public const string SsoConfigured = "sso.configured";
    public const string SsoRemoved = "sso.removed";
    public const string SsoUseChanged = "sso.use_changed";
    public const string SsoEnforced = "sso.enforced";
    public const string SsoNotEnforced = "sso.not_enforced";
    public const string SsoBreakGlassUsed = "sso.break_glass_used";
    public const string SsoIdentityLinked = "sso.identity_linked";

    public const string SessionEnded = "session.ended";
    public const string DevicePaired = "device.paired";
#pragma warning restore CS1591
}
