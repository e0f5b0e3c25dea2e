using Kayse.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Sessions;

/// <summary>Registers the feature.</summary>
public static class SessionServices
{
    /// <summary>The timeouts of sessions, and the table of those that are in use on this silo.</summary>
    internal static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddValidatedOptions<UserSessionOptions, UserSessionOptionsValidator>(UserSessionOptions.Section);
        return services.AddSingleton<LiveSessions>().AddSingleton<SessionCheckMeter>();
    }

    /// <summary>For a silo: stores once a minute when its sessions and API keys were last used.</summary>
    public static IServiceCollection AddSessionUseFlush(this IServiceCollection services) =>
        services
            .AddSingleton<ActiveSilos>()
            .AddSingleton<SessionUseFlush>()
            .AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<SessionUseFlush>());
}
