using Kayse.Silo.Tests.Hosting;
using Kayse.Testing.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace Kayse.Silo.Tests.PostgreSql;

/// <summary>The stores of a silo on an empty database. The silo isn't started, but has prepared its stores.</summary>
internal sealed class PostgreSqlSilo : IAsyncDisposable
{
    private PostgreSqlSilo(IHost host) => Host = host;

    public IHost Host { get; }

    public IServiceProvider Services => Host.Services;

    public static (string, string)[] Settings(string connectionString) =>
        [("Kayse:Cluster:Provider", "PostgreSql"), ("Kayse:Cluster:ConnectionString", connectionString)];

    public static async Task<PostgreSqlSilo> OpenAsync(TestDatabase database)
    {
        var silo = new PostgreSqlSilo(
            StoppedSilo.Build(
                services =>
                    services.PostConfigure<AdoNetGrainStorageOptions>(
                        "rows",
                        storage => storage.GrainStorageSerializer = new NoteSerializer()
                    ),
                Settings(database.ConnectionString)
            )
        );
        foreach (var service in silo.Services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await service.StartingAsync(default);
        return silo;
    }

    public async ValueTask DisposeAsync()
    {
        if (Host is IAsyncDisposable host)
            await host.DisposeAsync();
    }
}
