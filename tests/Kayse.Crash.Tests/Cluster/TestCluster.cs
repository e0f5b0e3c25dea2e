using System.Globalization;
using Kayse.Crash.Hosting;
using Kayse.Testing;
using Kayse.Testing.PostgreSql;

namespace Kayse.Crash.Cluster;

/// <summary>
/// Silos and web hosts as processes on this machine, on one database or storage account, and one folder of mail.
/// </summary>
internal sealed class TestCluster : IAsyncDisposable
{
    /// <summary>After how much silence a silo is taken for dead.</summary>
    public static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(6);

    // A call that was on its way to a silo that is killed waits as long as this.
    private static readonly TimeSpan _responseTimeout = TimeSpan.FromSeconds(10);

    private readonly TestDatabase? _database;
    private readonly IReadOnlyDictionary<string, string> _provider;
    private readonly string _folder = Directory.CreateTempSubdirectory("kayse-cluster-").FullName;
    private readonly List<HostProcess> _hosts = [];

    private TestCluster(TestDatabase? database, IReadOnlyDictionary<string, string> provider)
    {
        _database = database;
        _provider = provider;
    }

    public string PickupDirectory => Path.Combine(_folder, "mail");

    /// <summary>One on PostgreSQL.</summary>
    public static async Task<TestCluster> NewAsync()
    {
        var database = await TestDatabase.NewAsync();
        return new TestCluster(
            database,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Kayse__Cluster__Provider"] = "PostgreSql",
                ["Kayse__Cluster__ConnectionString"] = database.ConnectionString,
            }
        );
    }

    /// <summary>One on Azure Storage.</summary>
    public static TestCluster NewOnAzure()
    {
        var id = $"cluster-{Guid.NewGuid():n}";
        return new TestCluster(
            null,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Kayse__Cluster__Provider"] = "AzureStorage",
                ["Kayse__Cluster__ConnectionString"] = Azurite.ConnectionString,
                ["Kayse__Cluster__ClusterId"] = id,
                ["Kayse__Cluster__ServiceId"] = id,
            }
        );
    }

    /// <summary>
    /// Two silos without a web and a web host that runs no grains, all at once on a database that is still empty.
    /// </summary>
    public async Task<(List<HostProcess> Silos, HostProcess Web)> StartAsync()
    {
        var hosts = await Task.WhenAll(StartSiloAsync("0"), StartSiloAsync("1"), StartWebClientAsync("web"));
        return ([hosts[0], hosts[1]], hosts[2]);
    }

    /// <summary>A silo without a web.</summary>
    public Task<HostProcess> StartSiloAsync(string name) => StartAsync(name, HostProcess.Silo, "Silo");

    /// <summary>A web host that is a silo too.</summary>
    public Task<HostProcess> StartWebSiloAsync(string name) => StartAsync(name, HostProcess.WebHost, "Silo");

    private Task<HostProcess> StartWebClientAsync(string name) => StartAsync(name, HostProcess.WebHost, "Client");

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            host.Dispose();
        if (_database is not null)
            await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>How one of its hosts is set up.</summary>
    public HostSettings Settings(string name, string program, string role = "Silo") =>
        new(Path.Combine(_folder, name))
        {
            Program = program,
            Others = new Dictionary<string, string>(_provider, StringComparer.Ordinal)
            {
                ["Kayse__Cluster__Role"] = role,
                ["Kayse__Cluster__AdvertisedAddress"] = "127.0.0.1",
                ["Kayse__Cluster__SiloPort"] = Port(),
                ["Kayse__Cluster__GatewayPort"] = Port(),
                ["Kayse__Cluster__SilenceLimit"] = SilenceLimit.ToString("c", CultureInfo.InvariantCulture),
                ["Kayse__Cluster__ResponseTimeout"] = _responseTimeout.ToString("c", CultureInfo.InvariantCulture),
                ["Kayse__Mail__PickupDirectory"] = PickupDirectory,
                ["Kayse__Proxies__Known__0"] = "127.0.0.1",
                ["Kayse__Bench__Enabled"] = "true",
            },
        };

    /// <summary>A database user who can read these tables of the cluster's database, and nothing else.</summary>
    public Task<DatabaseReader> NewReaderAsync(params string[] tables) => DatabaseReader.NewAsync(_database!, tables);

    /// <summary>A folder for a host that has nothing to do with the cluster; it goes with it.</summary>
    public HostSettings Apart(string name) => new(Path.Combine(_folder, name));

    private async Task<HostProcess> StartAsync(string name, string program, string role)
    {
        var host = await HostProcess.StartAsync(Settings(name, program, role));
        lock (_hosts)
            _hosts.Add(host);
        return host;
    }

    private static string Port() => FreePort.Next().ToString(CultureInfo.InvariantCulture);
}
