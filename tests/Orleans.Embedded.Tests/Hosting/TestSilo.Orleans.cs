using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Reminders;

namespace Orleans.Embedded.Tests.Hosting;

public sealed partial class TestSilo
{
    private static partial IHost Build(TestClock clock, Action<ISiloBuilder> configure)
    {
        var (siloPort, gatewayPort) = FreePorts();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.UseOrleans(silo =>
        {
            // Only what grains see gets the manual clock: membership and messaging must go on by themselves.
            silo.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, clock);
            silo.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, clock);
            silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: "conformance", clusterId: Guid.NewGuid().ToString("N"));
            // Calls that meet a grain that is leaving go on to its next activation; by default twice, then they are rejected.
            silo.Configure<SiloMessagingOptions>(options => options.MaxForwardCount = 255);
            configure(silo);
        });
        return builder.Build();
    }

    private static (int Silo, int Gateway) FreePorts()
    {
        using var silo = new TcpListener(IPAddress.Loopback, 0);
        using var gateway = new TcpListener(IPAddress.Loopback, 0);
        silo.Start();
        gateway.Start();
        return (((IPEndPoint)silo.LocalEndpoint).Port, ((IPEndPoint)gateway.LocalEndpoint).Port);
    }
}
