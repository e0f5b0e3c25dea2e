using Kayse.Grains;
using Kayse.Grains.Sessions;
using Kayse.Silo.Dashboard;
using Kayse.Silo.Locations;
using Kayse.Silo.Mail;
using Kayse.Silo.NameServers;
using Kayse.Silo.Outbound;
using Kayse.Silo.PhoneNumbers;
using Kayse.Silo.Push;
using Kayse.Silo.Sso;
using Kayse.Silo.Telemetry;
using Kayse.Silo.Transfer;
using Kayse.Silo.Webhooks;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kayse.Silo.Hosting;

/// <summary>Puts the grains with all that they need into a host.</summary>
public static class KayseSilo
{
    /// <summary>
    /// Adds every feature with its settings (checked at start), and the silo with its storage and reminders, or the
    /// client of a cluster's silos.
    /// </summary>
    public static IHostApplicationBuilder AddKayseSilo(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.KeepOrleansQuiet();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder
            .Services.AddProduct()
            .AddGrainServices()
            .AddMailTransport()
            .AddPhoneNumbers()
            .AddLocations()
            .AddOutbound()
            .AddSamlMetadata()
            .AddDns()
            .AddPushTransport()
            .AddWebhookTransport();
        var cluster = builder.AddKayseCluster();
        if (cluster.Role is ClusterRole.Silo)
            builder.Services.AddTransfer().AddSessionUseFlush();
        builder.AddTelemetry(cluster.Role);
        builder.AddOperatorDashboard(cluster.Role);
        return builder;
    }

    // Orleans logs its whole configuration at start, and Polly each placement of a grain. An operator's own settings
    // for these categories override this.
    private static void KeepOrleansQuiet(this IHostApplicationBuilder builder) =>
        builder.Configuration.Sources.Insert(
            0,
            new MemoryConfigurationSource
            {
                InitialData =
                [
                    new("Logging:LogLevel:Orleans", nameof(LogLevel.Warning)),
                    new("Logging:LogLevel:Polly", nameof(LogLevel.Warning)),
                    // At each start it takes the time since the machine started for a delay.
                    new("Logging:LogLevel:Orleans.Runtime.Watchdog", nameof(LogLevel.Error)),
                ],
            }
        );
}
