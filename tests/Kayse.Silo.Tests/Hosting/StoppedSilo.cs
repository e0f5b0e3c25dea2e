using Kayse.Silo.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kayse.Silo.Tests.Hosting;

/// <summary>The services of a silo with the given settings, which isn't started.</summary>
internal static class StoppedSilo
{
    public static IHost Build(params (string Setting, string Value)[] settings) => Build(_ => { }, settings);

    public static IHost Build(Action<IServiceCollection> configure, params (string Setting, string Value)[] settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Setting, (string?)setting.Value))
        );
        builder.AddKayseSilo();
        configure(builder.Services);
        return builder.Build();
    }
}
