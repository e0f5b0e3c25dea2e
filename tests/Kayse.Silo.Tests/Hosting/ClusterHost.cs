using Kayse.Silo.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Tests.Hosting;

internal static class ClusterHost
{
    /// <summary>
    /// What a host with these settings, in the section <c>Kayse:Cluster</c> if they name no other, says is wrong with
    /// them.
    /// </summary>
    public static IEnumerable<string> FailuresOf(params (string Setting, string Value)[] settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting =>
                KeyValuePair.Create(
                    setting.Setting.StartsWith("Kayse:", StringComparison.Ordinal) ? setting.Setting : $"Kayse:Cluster:{setting.Setting}",
                    (string?)setting.Value
                )
            )
        );
        builder.AddKayseSilo();
        using var host = builder.Build();
        try
        {
            _ = host.Services.GetRequiredService<IOptions<KayseClusterOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return invalid.Failures;
        }
    }
}
