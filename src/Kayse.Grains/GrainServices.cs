using Kayse.Grains.ApiKeys;
using Kayse.Grains.Billing;
using Kayse.Grains.Branding;
using Kayse.Grains.Companies;
using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Passwords;
using Kayse.Grains.Privacy;
using Kayse.Grains.Push;
using Kayse.Grains.Retention;
using Kayse.Grains.Security;
using Kayse.Grains.Sessions;
using Kayse.Grains.SignInGuards;
using Kayse.Grains.Sso;
using Kayse.Grains.Support;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains;

/// <summary>Registers what the grains need.</summary>
public static class GrainServices
{
    /// <summary>
    /// Adds every feature with its settings. Storage, reminders, the mail transport, phone numbers and locations are up
    /// to the host.
    /// </summary>
    public static IServiceCollection AddGrainServices(this IServiceCollection services) =>
        services
            .AddMetrics()
            .AddSingleton<SecurityLog>()
            .AddApiKeys()
            .AddBilling()
            .AddSingleton<IMailBrands, MailBrands>()
            .AddCompanies()
            .AddInvitations()
            .AddMail()
            .AddPasskeys()
            .AddPasswords()
            .AddPersonalDataExporters()
            .AddPrivacy()
            .AddPush()
            .AddRetention()
            .AddSessions()
            .AddSignInGuards()
            .AddSso()
            .AddSupport()
            .AddSingleton<TwoFactorSecrets>()
            .AddWebhooks();
}
