using System.Globalization;
using Kayse.Silo.Hosting;
using Kayse.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Storage;

namespace Kayse.Silo.Tests.AzureStorage;

/// <summary>A service id of its own on the emulator, and hosts on it.</summary>
internal sealed class AzureInstallation
{
    private readonly string _id = $"test-{Guid.NewGuid():n}";

    /// <summary>For states that the product doesn't have.</summary>
    public IGrainStorageSerializer? Serializer { get; init; }

    /// <summary>The settings that every host on it has.</summary>
    public Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal)
        {
            ["Kayse:Cluster:Provider"] = "AzureStorage",
            ["Kayse:Cluster:ConnectionString"] = Azurite.ConnectionString,
            ["Kayse:Cluster:ServiceId"] = _id,
            ["Kayse:Cluster:ClusterId"] = _id,
            ["Kayse:Cluster:AdvertisedAddress"] = "127.0.0.1",
            ["Kayse:Cluster:SiloPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
            ["Kayse:Cluster:GatewayPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>A host that isn't started, with further settings.</summary>
    public IHost Build(params (string Setting, string? Value)[] settings) => Build(TimeProvider.System, settings);

    /// <summary>Likewise, with a clock of the test's.</summary>
    public IHost Build(TimeProvider clock, params (string Setting, string? Value)[] settings)
    {
        var all = Settings;
        foreach (var (setting, value) in settings)
            all[$"Kayse:{setting}"] = value;
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(all);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(clock);
        builder.AddKayseSilo();
        builder.Services.PostConfigure<AzureBlobStorageOptions>(
            StorageNames.Rows,
            options => options.GrainStorageSerializer = Serializer ?? options.GrainStorageSerializer
        );
        return builder.Build();
    }

    /// <summary>One that isn't started either, but whose storage and reminders are ready for use.</summary>
    public async Task<IHost> OpenAsync(TimeProvider? clock = null)
    {
        var host = Build(clock ?? TimeProvider.System);
        await KayseCluster.OpenStoresAsync(host.Services, CancellationToken.None);
        return host;
    }
}

/// <summary>An installation's stores, for all tests of a class.</summary>
public sealed class AzureStores : IAsyncLifetime
{
    private IHost _host = null!;

    public TestClock Clock { get; } = new();

    public IServiceProvider Services => _host.Services;

    public IGrainStorage Storage => Services.GetRequiredKeyedService<IGrainStorage>("grains");

    public IReminderTable Reminders => Services.GetRequiredService<IReminderTable>();

    public async Task InitializeAsync() => _host = await new AzureInstallation { Serializer = new NoteSerializer() }.OpenAsync(Clock);

    public Task DisposeAsync()
    {
        _host.Dispose();
        return Task.CompletedTask;
    }
}
