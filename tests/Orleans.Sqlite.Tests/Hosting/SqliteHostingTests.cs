using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Storage;

namespace Orleans.Sqlite.Tests.Hosting;

public sealed class SqliteHostingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Storages_and_reminders_share_one_database_that_the_host_opens_and_closes()
    {
        using (var host = Build(_folder.Path))
        {
            await host.StartAsync();
            File.Exists(_folder.File("kayse.db")).ShouldBeTrue();
            var storage = host.Services.GetRequiredKeyedService<IGrainStorage>("Default").ShouldBeOfType<SqliteGrainStorage>();
            host.Services.GetRequiredService<IGrainStorage>().ShouldBeSameAs(storage);
            host.Services.GetRequiredKeyedService<IGrainStorage>("archive").ShouldBeOfType<SqliteGrainStorage>();
            host.Services.GetRequiredService<IReminderTable>().ShouldBeOfType<SqliteReminderTable>();
            host.Services.GetServices<SqliteDatabase>().ShouldHaveSingleItem();
            await host.StopAsync();
        }

        TemporaryDatabase.Open(TemporaryDatabase.OptionsFor(_folder.Path)).Dispose();
    }

    [Fact]
    public async Task A_host_whose_folder_cannot_be_used_does_not_start()
    {
        File.WriteAllText(_folder.File("file"), "");
        using var host = Build(Path.Combine(_folder.File("file"), "data"));

        var failure = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());

        failure.Message.ShouldStartWith("DataDirectory is ");
    }

    [Fact]
    public async Task A_host_whose_database_is_in_use_does_not_start()
    {
        using var first = TemporaryDatabase.Open(TemporaryDatabase.OptionsFor(_folder.Path));
        using var host = Build(_folder.Path);

        await Should.ThrowAsync<SqliteStorageException>(() => host.StartAsync());
    }

    [Fact]
    public async Task The_health_check_tells_whether_writes_succeed()
    {
        using var host = Build(_folder.Path);
        var health = host.Services.GetRequiredService<HealthCheckService>();
        (await health.CheckHealthAsync()).Status.ShouldBe(HealthStatus.Healthy);

        host.Services.GetRequiredService<SqliteDatabase>().Dispose();

        (await health.CheckHealthAsync()).Status.ShouldBe(HealthStatus.Unhealthy);
    }

    private static IHost Build(string folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        new SiloBuilder(builder.Services, builder.Configuration)
            .AddSqliteGrainStorageAsDefault(options => options.DataDirectory = folder)
            .AddSqliteGrainStorage("archive", configureStorage: storage => storage.MaxPayloadBytes = 1_000)
            .UseSqliteReminderService();
        builder.Services.AddHealthChecks().AddSqlite();
        return builder.Build();
    }

    private sealed record SiloBuilder(IServiceCollection Services, IConfiguration Configuration) : ISiloBuilder;
}
