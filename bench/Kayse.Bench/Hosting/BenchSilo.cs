using Kayse.Silo.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kayse.Bench.Hosting;

/// <summary>
/// The product's silo as the web host runs it, without the web: SQLite with its default durability, reminders, mail to
/// the pickup folder.
/// </summary>
internal static class BenchSilo
{
    public static async Task<IHost> StartAsync(BenchArguments arguments, Action<IServiceCollection>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Kayse:DataDirectory"] = arguments.DataDirectory,
                // Long enough for a whole run of the benchmark on a slow machine; run.sh gives the web host the same.
                ["Kayse:Invitations:RampUp:FirstDay"] = "0",
                ["Kayse:Sessions:IdleTimeout"] = "06:00:00",
                ["Logging:LogLevel:Default"] = "Warning",
                ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
            }
        );
        // Standard output is the report's.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.AddKayseSilo();
        configure?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    public static IGrainFactory Grains(this IHost host) => host.Services.GetRequiredService<IGrainFactory>();
}
