using Kayse.Grains.ApiKeys;
using Kayse.Grains.Mail;
using Kayse.Grains.Passwords;
using Kayse.Grains.Security;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.TwoFactor;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains;

/// <summary>Registers what the grains need beside storage, reminders and the seams to the world outside.</summary>
public static class GrainServices
{
    /// <summary>Adds what a silo does by itself with the uses of its sessions and API keys.</summary>
    public static IServiceCollection AddSessionUseFlush(this IServiceCollection services) =>
        services
            .AddSingleton<ActiveSilos>()
            .AddSingleton<SessionUseFlush>()
            .AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<SessionUseFlush>());

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddGrainServices(this IServiceCollection services) =>
        services
            .AddPasswords()
            .AddMetrics()
            .AddSingleton<SecurityLog>()
            .AddSingleton<SessionCheckMeter>()
            .AddSingleton<LiveSessions>()
            .AddSingleton<LiveApiKeys>()
            .AddSingleton<MailComposer>()
            .AddSingleton<MailSecrets>()
            .AddSingleton<TwoFactorSecrets>();
}
