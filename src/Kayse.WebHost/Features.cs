using Kayse.WebHost.AccessReviews;
using Kayse.WebHost.ApiKeys;
using Kayse.WebHost.Appearance;
using Kayse.WebHost.Audit;
using Kayse.WebHost.Authorization;
using Kayse.WebHost.Authorization.Introspection;
using Kayse.WebHost.Billing;
using Kayse.WebHost.Branding;
using Kayse.WebHost.BusinessHours;
using Kayse.WebHost.Catalogue;
using Kayse.WebHost.Companies;
using Kayse.WebHost.Domains;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Clients.UserAgents;
using Kayse.WebHost.Http.Idempotency;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Invitations;
using Kayse.WebHost.Invitations.Bulk;
using Kayse.WebHost.Mail;
using Kayse.WebHost.Members;
using Kayse.WebHost.Notifications;
using Kayse.WebHost.Notifications.Settings;
using Kayse.WebHost.Notifications.Streaming;
using Kayse.WebHost.Pairing;
using Kayse.WebHost.Passkeys;
using Kayse.WebHost.Passwords;
using Kayse.WebHost.Privacy;
using Kayse.WebHost.Push;
using Kayse.WebHost.ReleaseNotes;
using Kayse.WebHost.Reports;
using Kayse.WebHost.Retention;
using Kayse.WebHost.Scopes;
using Kayse.WebHost.Sessions;
using Kayse.WebHost.SignIn;
using Kayse.WebHost.Sms;
using Kayse.WebHost.Subscriptions;
using Kayse.WebHost.Support;
using Kayse.WebHost.TwoFactor;
using Kayse.WebHost.Usage;
using Kayse.WebHost.Users;

namespace Kayse.WebHost;

/// <summary>The features of the web host: what they register, and the routes of the API, a feature a line.</summary>
internal static class Features
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SameOrigin>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<UserAgentReader>();
        services.AddIntrospection();
        services.AddSingleton<SignInMeter>();
        services.AddSingleton<SignInGuard>();
        services.AddSingleton<SignInFlow>();
        services.AddSingleton<SignUpFlow>();
        services.AddSingleton<StepUpFlow>();
        services.AddSingleton<TwoFactorFlow>();
        services.AddSingleton<PasskeySignInFlow>();
        services.AddSingleton<PasskeyOptions>();
        services.AddSingleton<PasswordFlow>();
        services.AddSingleton<ForgottenPasswordFlow>();
        services.AddSingleton<EmailFlow>();
        services.AddSingleton<MemberPasswordFlow>();
        services.AddSingleton<AcceptInvitationFlow>();
        services.AddSingleton<InvitationLinkFlow>();
        services.AddSingleton<BulkInvitationFlow>();
        services.AddSingleton<IdempotentResponses>();
        services.AddSingleton<DevelopmentMail>();
        services.AddSingleton<PairingFlow>();
        services.AddBranding();
        services.AddReleaseNotes();
        services.AddSingleton<NotificationStreams>();
        services.AddSingleton<NotificationStreaming>();
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(ApiRoutes.Base);
        api.MapCurrentSession();
        api.MapAuthorize();
        api.MapIntrospection();
        api.MapSignIn();
        api.MapTwoFactorSignIn();
        api.MapPasskeySignIn();
        api.MapVerifyEmail();
        api.MapPasswords();
        api.MapSignUp();
        api.MapCompanySettings();
        api.MapScopes();
        api.MapCatalogue();
        api.MapBranding();
        api.MapBusinessHours();
        api.MapDomains();
        api.MapRetention();
        api.MapUsage();
        api.MapBilling();
        api.MapUsageReport();
        api.MapReportSchedules();
        api.MapAccessReviews();
        api.MapMembers();
        api.MapAccess();
        api.MapMemberAccounts();
        api.MapAudit();
        api.MapCompanySessions();
        api.MapInvitations();
        api.MapBulkInvitations();
        api.MapInvitationTokens();
        api.MapMe();
        api.MapTwoFactor();
        api.MapPasskeys();
        api.MapMyEmail();
        api.MapPhotos();
        api.MapMySessions();
        api.MapSessionSettings();
        api.MapNotifications();
        api.MapNotificationSettings();
        api.MapPushDevices();
        api.MapPairing();
        api.MapMyCompanies();
        api.MapTrustedDevices();
        api.MapApiKeys();
        api.MapServiceKeys();
        api.MapSubscriptions();
        api.MapSupport();
        api.MapSms();
        api.MapReleaseNotes();
        api.MapAppearance();
        api.MapNotificationEvents();
        api.MapDataExports();
        api.MapAccountDeletion();
        api.MapDeletionCertificates();
        api.MapCompanyExport();
    }
}
