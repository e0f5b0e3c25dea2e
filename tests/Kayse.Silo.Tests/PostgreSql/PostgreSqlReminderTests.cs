using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Kayse.Silo.Tests.Hosting;
using Kayse.Testing.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;

namespace Kayse.Silo.Tests.PostgreSql;

/// <summary>
/// A running silo whose table returns only the reminders that are due soon, and which reads it every second.
/// </summary>
public sealed class PostgreSqlReminderTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private IHost _silo = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.NewAsync();
        _silo = StoppedSilo.Build(
            services => services.Configure<ReminderOptions>(reminders => reminders.RefreshReminderListPeriod = TimeSpan.FromSeconds(1)),
            [
                .. PostgreSqlSilo.Settings(_database.ConnectionString),
                ("Kayse:Cluster:AdvertisedAddress", "127.0.0.1"),
                ("Kayse:Cluster:SiloPort", FreePort()),
                ("Kayse:Cluster:GatewayPort", "0"),
            ]
        );
    }

    public async Task DisposeAsync()
    {
        await _silo.StopAsync();
        _silo.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Reminders_come_when_they_are_due()
    {
        await Kayse.Silo.Hosting.StartUp.PrepareAsync(_silo.Services);
        await StoreAsync("stored before the start");
        await _silo.StartAsync();
        await StoreAsync("stored by another process");
        var grains = _silo.Services.GetRequiredService<IGrainFactory>();
        var registered = DateTime.UtcNow;
        await grains.GetGrain<IAlarmGrain>("registered").SetAsync(TimeSpan.FromSeconds(3));
        await grains.GetGrain<IAlarmGrain>("set earlier").SetAsync(TimeSpan.FromDays(30));
        await grains.GetGrain<IAlarmGrain>("set earlier").SetAsync(TimeSpan.FromSeconds(3));

        await AlarmGrain.RangAsync("stored before the start");
        await AlarmGrain.RangAsync("stored by another process");
        // It was read several times before it was due.
        (await AlarmGrain.RangAsync("registered") - registered).ShouldBeInRange(TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(45));
        (await AlarmGrain.RangAsync("set earlier") - registered).ShouldBeInRange(TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(45));
    }

    // Due every two seconds since an hour ago, so that it comes soon however long the start takes.
    private Task StoreAsync(string key)
    {
        var grain = GrainId.Create("alarm", key);
        return _database.ExecuteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                INSERT INTO kayse_reminder VALUES ('kayse', '{grain}', 'alarm', {(int)
                    grain.GetUniformHashCode()}, now() - interval '1 hour', 2000, 1)
                """
            )
        );
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
