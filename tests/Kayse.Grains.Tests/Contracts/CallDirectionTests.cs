using System.Text.RegularExpressions;
using Kayse.Grains.Audit;
using Kayse.Grains.Billing;
using Kayse.Grains.Companies;
using Kayse.Grains.Notifications;
using Kayse.Grains.Sso;
using Kayse.Grains.Usage;
using Kayse.Testing;
using Orleans.Concurrency;

namespace Kayse.Grains.Tests.Contracts;

/// <summary>
/// Calls go down only (company, invitation, user, session, directory, outbox, audit log): grains that call in a circle
/// deadlock. Read from the source, since that is where a call upwards would be written.
/// </summary>
public sealed partial class CallDirectionTests
{
    /// <summary>From the top down; a grain calls those below its own line only.</summary>
    private static readonly string[][] _layers =
    [
        [
            "IAccountDeletionGrain",
            "ICompanyExportGrain",
            "ISupportGrain",
            "ICompanyRetentionGrain",
            "ICompanyBrandingGrain",
            "ICompanyOpeningEventsGrain",
            "ICompanyBillingGrain",
            "ICompanyReportsGrain",
            "ICompanyAccessReviewsGrain",
            "ICompanyWebhooksGrain",
        ],
        ["IWebhookEndpointGrain"],
        ["ICompanySsoGrain"],
        ["ICompanyDomainsGrain", "ISamlUpkeepGrain"],
        ["IDataExportsGrain", "IDataExportBuildGrain"],
        ["IScimUsersGrain", "IScimGroupsGrain", "IScimDirectoryGrain", "IScimActivityGrain"],
        ["ICompanyUsageGrain", "IUsageGrain"],
        [
            "ICompanyGrain",
            "ICompanyMembersGrain",
            "ICompanyAccountsGrain",
            "ICompanyAccessGrain",
            "ICompanyProvisioningGrain",
            "ICompanyInvitationsGrain",
            "ICompanyScopesGrain",
            "ICompanyCatalogueGrain",
            "ICompanyBusinessHoursGrain",
            "ICompanyServiceKeysGrain",
            "IMemberSessionsGrain",
            "ICompanySsoRequirementGrain",
            "ICompanyAuditGrain",
            "ICompanyEventsGrain",
        ],
        ["IInvitationGrain"],
        ["IEventIntakeGrain"],
        ["INotificationInboxGrain", "INotificationSettingsGrain", "INotificationDeliveryGrain"],
        ["IReleaseReadingsGrain"],
        [
            "IUserGrain",
            "IMembershipsGrain",
            "IUserEmailGrain",
            "ISignInGrain",
            "ISsoSignInGrain",
            "ISessionsGrain",
            "ICredentialsGrain",
            "ITwoFactorGrain",
            "IApiKeysGrain",
            "IPasskeysGrain",
            "IUserDataGrain",
        ],
        ["IPushDevicesGrain"],
        ["IUserSessionGrain", "IApiKeyGrain", "IServiceKeyGrain", "ICatalogueGrain", "IBusinessHoursGrain", "IWalletGrain"],
        ["ICompanySessionsGrain"],
        ["IRetentionGrain"],
        ["IOutboxGrain"],
        ["IBrandingGrain"],
        [
            "IEmailAddressGrain",
            "IDomainGrain",
            "ISsoConnectionGrain",
            "ISsoOnceGrain",
            "ISsoIdentityGrain",
            "ISignUpGrain",
            "IMailAllowanceGrain",
            "IAuditLogGrain",
            "IOffboardingGrain",
            "IAccessReviewRecordsGrain",
            "ICompanySessionsGrain",
            "ISessionUsesGrain",
            "IIdempotencyGrain",
            "IPairingCodeGrain",
            "IPushKeysGrain",
            "ICertificateSigningGrain",
            "IDeletionCertificatesGrain",
            "ISignInGuardGrain",
            "IPasskeyGrain",
            "ISubscriptionsGrain",
            "IAppearanceGrain",
        ],
        // Of grains above, but nobody waits for them.
        [
            nameof(ICompanyNewsGrain),
            nameof(INotificationNewsGrain),
            nameof(IBillingNewsGrain),
            nameof(IUsageNewsGrain),
            nameof(IEventNewsGrain),
            nameof(ISsoNewsGrain),
        ],
    ];

    [Fact]
    public void A_grain_calls_only_grains_below_it()
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(GrainsFolder(), "*.cs", SearchOption.AllDirectories).Where(IsSource))
        {
            var text = File.ReadAllText(file);
            var layer = LayerOf(OwnerOf(file));
            foreach (Match call in GetGrain().Matches(text))
                LayerOf(call.Groups[1].Value).ShouldBeGreaterThan(layer, $"{Path.GetFileName(file)} calls {call.Groups[1].Value}");
        }
    }

    [Theory]
    [InlineData(typeof(ICompanyNewsGrain))]
    [InlineData(typeof(INotificationNewsGrain))]
    [InlineData(typeof(IBillingNewsGrain))]
    [InlineData(typeof(IUsageNewsGrain))]
    [InlineData(typeof(IEventNewsGrain))]
    [InlineData(typeof(ISsoNewsGrain))]
    public void Nobody_waits_for_who_is_told_something_from_below(Type news) =>
        news.GetMethods().ShouldAllBe(method => method.IsDefined(typeof(OneWayAttribute), false));

    [Fact]
    public void Every_grain_has_its_layer()
    {
        foreach (Type row in BoundaryTypeTests.GrainInterfaces)
            LayerOf(row.Name).ShouldBeGreaterThanOrEqualTo(0, row.Name);
    }

    [Fact]
    public void A_feature_does_not_touch_the_state_of_another()
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(GrainsFolder(), "*.cs", SearchOption.AllDirectories).Where(IsSource))
        {
            var feature = new FileInfo(file).Directory!.Name;
            foreach (var (state, owner) in _states)
            {
                if (feature != owner && Path.GetFileName(file) != "StateJson.cs")
                    File.ReadAllText(file).ShouldNotContain(state, Case.Sensitive, $"{Path.GetFileName(file)} uses {state} of {owner}");
            }
        }
    }

    private static readonly (string State, string Owner)[] _states =
    [
        ("BillingState", "Billing"),
        ("LedgerEntry", "Billing"),
        ("CompanyState", "Companies"),
        ("BrandingState", "Branding"),
        ("CatalogueState", "Catalogue"),
        ("BusinessHoursState", "BusinessHours"),
        ("DomainState", "Domains"),
        ("DomainsState", "Domains"),
        ("RetentionState", "Retention"),
        ("AccessReviewsState", "AccessReviews"),
        ("AccessReviewBucket", "AccessReviews"),
        ("InvitationState", "Invitations"),
        ("AccountDeletionState", "Privacy"),
        ("DataExportsState", "Privacy"),
        ("InboxState", "Notifications"),
        ("AppearanceState", "Appearance"),
        ("ReleaseReadingsState", "ReleaseNotes"),
        ("ReportsState", "Reports"),
        ("ScimDirectoryState", "Scim"),
        ("ScimPersonRecord", "Scim"),
        ("SubscriptionsState", "Subscriptions"),
        ("SupportState", "Support"),
        ("CompanySsoState", "Sso"),
        ("SsoConnectionState", "Sso"),
        ("UserState", "Users"),
        ("UserSessionState", "Sessions"),
        ("SessionUsesState", "Sessions"),
        ("StoredSignIn", "Sessions"),
        ("VapidKeysState", "Push"),
        ("QueuedPush", "Push"),
        ("ApiKeyState", "ApiKeys"),
        ("EmailAddressState", "Directory"),
        ("QueuedMail", "Mail"),
        ("MailAllowanceRecord", "Mail"),
        ("IdempotencyState", "Idempotency"),
        ("SignInGuardState", "SignInGuards"),
        ("CompanyWebhooksState", "Webhooks"),
        ("WebhookState", "Webhooks"),
    ];

    // The grain itself, or the one whose parts are in the folder.
    private static string OwnerOf(string file)
    {
        // Of any feature, and read by the grain of exports above all.
        if (file.EndsWith("Exporter.cs", StringComparison.Ordinal) || file.EndsWith("Exporters.cs", StringComparison.Ordinal))
            return "IDataExportsGrain";
        var grain = "I" + Path.GetFileName(file).Split('.')[0];
        return LayerOf(grain) >= 0 ? grain : _partsOf.GetValueOrDefault(new FileInfo(file).Directory!.Name, grain);
    }

    private static readonly Dictionary<string, string> _partsOf = new(StringComparer.Ordinal)
    {
        ["Billing"] = "ICompanyBillingGrain",
        ["AccessReviews"] = "ICompanyAccessReviewsGrain",
        ["Companies"] = "ICompanyGrain",
        ["Members"] = "ICompanyGrain",
        ["Scopes"] = "ICompanyGrain",
        ["Catalogue"] = "ICompanyGrain",
        ["Domains"] = "ICompanyDomainsGrain",
        ["Invitations"] = "ICompanyGrain",
        ["Intake"] = "IEventIntakeGrain",
        ["Notifications"] = "INotificationInboxGrain",
        ["Privacy"] = "IDataExportsGrain",
        ["Reports"] = "ICompanyReportsGrain",
        ["Scim"] = "IScimDirectoryGrain",
        ["Usage"] = "IUsageGrain",
        ["ReleaseNotes"] = "IReleaseReadingsGrain",
        ["Sso"] = "ICompanySsoGrain",
        ["Saml"] = "ISamlUpkeepGrain",
        ["Support"] = "ISupportGrain",
        ["Users"] = "IUserGrain",
        ["Push"] = "IPushDevicesGrain",
        ["Webhooks"] = "ICompanyWebhooksGrain",
    };

    private static int LayerOf(string grain) => Array.FindIndex(_layers, layer => layer.Contains(grain));

    private static bool IsSource(string file) =>
        !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string GrainsFolder() => Path.Combine(Repository.Root, "src/Kayse.Grains");

    [GeneratedRegex(@"(?:GetGrain|User)<(I\w+)>")]
    private static partial Regex GetGrain();
}
