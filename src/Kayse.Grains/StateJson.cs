using System.Text.Json;
using System.Text.Json.Serialization;
using Kayse.Grains.AccessReviews;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Appearance;
using Kayse.Grains.Audit;
using Kayse.Grains.Billing;
using Kayse.Grains.Branding;
using Kayse.Grains.BusinessHours;
using Kayse.Grains.Catalogue;
using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Domains;
using Kayse.Grains.Idempotency;
using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Notifications;
using Kayse.Grains.Pairing;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Privacy;
using Kayse.Grains.Push;
using Kayse.Grains.ReleaseNotes;
using Kayse.Grains.Reports;
using Kayse.Grains.Retention;
using Kayse.Grains.Scim;
using Kayse.Grains.Scopes;
using Kayse.Grains.Sessions;
using Kayse.Grains.SignInGuards;
using Kayse.Grains.Sso;
using Kayse.Grains.Sso.Saml;
using Kayse.Grains.State;
using Kayse.Grains.Subscriptions;
using Kayse.Grains.Support;
using Kayse.Grains.Usage;
using Kayse.Grains.Users;
using Kayse.Grains.Webhooks;

namespace Kayse.Grains;

/// <summary>
/// How the grains' state is written as JSON; generated at build time, so that storing needs no reflection. A property
/// that is not in the JSON, because it was added later, is read as null or zero whatever its initialiser says: its
/// <c>init</c> puts something in the place of null.
/// </summary>
public static class StateJson
{
    /// <summary>
    /// For the storage provider of the name <c>grains</c>; a <see cref="JsonElement"/> stands for a state of any type,
    /// as moving an installation needs it.
    /// </summary>
    public static JsonSerializerOptions Options => StateJsonContext.Default.Options;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    AllowOutOfOrderMetadataProperties = true
)]
[JsonSerializable(typeof(AccessReviewBucket))]
[JsonSerializable(typeof(AccessReviewsState))]
[JsonSerializable(typeof(AccountDeletionState))]
[JsonSerializable(typeof(ActorDetails))]
[JsonSerializable(typeof(AuditBeginningState))]
[JsonSerializable(typeof(AuditBlockState))]
[JsonSerializable(typeof(AuditIndexState))]
[JsonSerializable(typeof(AuditLargeEntryState))]
[JsonSerializable(typeof(AuditPersonState))]
[JsonSerializable(typeof(AuditPostingState))]
[JsonSerializable(typeof(AuditSegmentState))]
[JsonSerializable(typeof(AuditSpansState))]
[JsonSerializable(typeof(AuditTimesState))]
[JsonSerializable(typeof(StoredEntry))]
[JsonSerializable(typeof(TargetDetails))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(BrandingState))]
[JsonSerializable(typeof(BillingState))]
[JsonSerializable(typeof(BusinessHoursState))]
[JsonSerializable(typeof(CatalogueState))]
[JsonSerializable(typeof(CertificateKeysState))]
[JsonSerializable(typeof(ClosedMonthState))]
[JsonSerializable(typeof(ClosedSharesState))]
[JsonSerializable(typeof(CompanyState))]
[JsonSerializable(typeof(SignUpState))]
[JsonSerializable(typeof(ApiKeyState))]
[JsonSerializable(typeof(DeliveredEvents))]
[JsonSerializable(typeof(DataExportsState))]
[JsonSerializable(typeof(DomainState))]
[JsonSerializable(typeof(CompanySsoState))]
[JsonSerializable(typeof(SsoConnectionState))]
[JsonSerializable(typeof(SsoIdentityOwner))]
[JsonSerializable(typeof(SsoOnceState))]
[JsonSerializable(typeof(SamlUpkeepState))]
[JsonSerializable(typeof(DomainsState))]
[JsonSerializable(typeof(EmailAddressState))]
[JsonSerializable(typeof(EventIntakeState))]
[JsonSerializable(typeof(PasskeyOwner))]
[JsonSerializable(typeof(IdempotencyState))]
[JsonSerializable(typeof(InboxSegment))]
[JsonSerializable(typeof(InboxState))]
[JsonSerializable(typeof(InvitationState))]
[JsonSerializable(typeof(NotificationEvent))]
[JsonSerializable(typeof(OffboardingState))]
[JsonSerializable(typeof(PendingEvents))]
[JsonSerializable(typeof(AppearanceState))]
[JsonSerializable(typeof(ReleaseReadingsState))]
[JsonSerializable(typeof(RetentionState))]
[JsonSerializable(typeof(ReportsState))]
[JsonSerializable(typeof(ScimDirectoryState))]
[JsonSerializable(typeof(SubscriptionsState))]
[JsonSerializable(typeof(PairingState))]
[JsonSerializable(typeof(PushSettingsState))]
[JsonSerializable(typeof(PushSubscriptionSecrets))]
[JsonSerializable(typeof(VapidKeysState))]
[JsonSerializable(typeof(UsageSegment))]
[JsonSerializable(typeof(UsageState))]
[JsonSerializable(typeof(SupportState))]
[JsonSerializable(typeof(UserState))]
[JsonSerializable(typeof(UserSessionState))]
[JsonSerializable(typeof(SessionUsesState))]
[JsonSerializable(typeof(WebhookState))]
[JsonSerializable(typeof(CompanyWebhooksState))]
[JsonSerializable(typeof(SignInGuardState))]
[JsonSerializable(typeof(SignInHistoryState))]
[JsonSerializable(typeof(SignInSegmentState))]
[JsonSerializable(typeof(SignInBlockState))]
[JsonSerializable(typeof(SegmentState<AccessReviewRecord>), TypeInfoPropertyName = "AccessReviewSegment")]
[JsonSerializable(typeof(SegmentState<ScimActivityRecord>), TypeInfoPropertyName = "ScimActivitySegment")]
[JsonSerializable(typeof(SegmentState<ScimGroupRecord>), TypeInfoPropertyName = "ScimGroupSegment")]
[JsonSerializable(typeof(SegmentState<ScimPersonRecord>), TypeInfoPropertyName = "ScimPersonSegment")]
[JsonSerializable(typeof(SegmentState<LiveSession>), TypeInfoPropertyName = "LiveSessionSegment")]
[JsonSerializable(typeof(SegmentState<LastActive>), TypeInfoPropertyName = "LastActiveSegment")]
[JsonSerializable(typeof(SegmentState<HistoryPerson>), TypeInfoPropertyName = "HistoryPersonSegment")]
[JsonSerializable(typeof(SegmentState<MemberRecord>), TypeInfoPropertyName = "MemberSegment")]
[JsonSerializable(typeof(SegmentState<ScopeRecord>), TypeInfoPropertyName = "ScopeSegment")]
[JsonSerializable(typeof(SegmentState<InvitationEntry>), TypeInfoPropertyName = "InvitationSegment")]
[JsonSerializable(typeof(SegmentState<PushDevice>), TypeInfoPropertyName = "PushDeviceSegment")]
[JsonSerializable(typeof(SegmentState<QueuedPush>), TypeInfoPropertyName = "QueuedPushSegment")]
[JsonSerializable(typeof(SegmentState<QueuedMail>), TypeInfoPropertyName = "MailSegment")]
[JsonSerializable(typeof(SegmentState<MailAllowanceRecord>), TypeInfoPropertyName = "MailAllowanceSegment")]
[JsonSerializable(typeof(SegmentState<LedgerEntry>), TypeInfoPropertyName = "LedgerSegment")]
internal sealed partial class StateJsonContext : JsonSerializerContext;
