using System.Security.Cryptography;
using System.Text;
using Kayse.Silo.Hosting;
using Kayse.Silo.Tests.Hosting;
using Kayse.Testing.PostgreSql;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kayse.Silo.Tests.PostgreSql;

/// <summary>What a silo does with its database before it starts.</summary>
public sealed class PostgreSqlStartTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.NewAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Of_several_that_start_at_once_on_an_empty_database_all_can_use_it()
    {
        var silos = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PostgreSqlSilo.OpenAsync(_database))));

        foreach (var silo in silos)
        {
            (await silo.Services.GetRequiredService<IReminderTable>().ReadRows(0, 0)).Reminders.ShouldBeEmpty();
            await silo.DisposeAsync();
        }

        (await _database.ReadAsync<long>("SELECT count(*) FROM kayse_migration")).ShouldBe(
            await _database.ReadAsync<int>("SELECT max(version) FROM kayse_migration")
        );
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        await (await PostgreSqlSilo.OpenAsync(_database)).DisposeAsync();
        var before = await _database.ReadAsync<string>("SELECT string_agg(m::text, ',') FROM kayse_migration m");

        await (await PostgreSqlSilo.OpenAsync(_database)).DisposeAsync();

        (await _database.ReadAsync<string>("SELECT string_agg(m::text, ',') FROM kayse_migration m")).ShouldBe(before);
    }

    [Fact]
    public async Task A_user_who_may_not_create_tables_can_use_those_that_are_there()
    {
        await (await PostgreSqlSilo.OpenAsync(_database)).DisposeAsync();
        var user = $"kayse_{Guid.NewGuid():n}";
        await _database.ExecuteAsync(
            $"""
            CREATE USER {user};
            REVOKE CREATE ON SCHEMA public FROM PUBLIC;
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {user}
            """
        );
        try
        {
            await using var silo =
                StoppedSilo.Build(
                    PostgreSqlSilo.Settings(
                        new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Username = user }.ConnectionString
                    )
                ) as IAsyncDisposable;

            await PrepareAsync((Microsoft.Extensions.Hosting.IHost)silo!);
        }
        finally
        {
            await _database.ExecuteAsync($"DROP OWNED BY {user}; DROP USER {user}");
        }
    }

    [Fact]
    public async Task What_one_process_encrypts_another_decrypts()
    {
        await using var here = await PostgreSqlSilo.OpenAsync(_database);
        await using var there = await PostgreSqlSilo.OpenAsync(_database);
        var secrets = new[] { here, there }.Select(silo => Protector(silo).Protect(Encoding.UTF8.GetBytes("secret"))).ToArray();

        Encoding.UTF8.GetString(Protector(there).Unprotect(secrets[0])).ShouldBe("secret");
        Encoding.UTF8.GetString(Protector(here).Unprotect(secrets[1])).ShouldBe("secret");
        Should.Throw<CryptographicException>(() => Protector(here).Unprotect([.. secrets[0].Reverse()]));
    }

    [Theory]
    [InlineData("Port", "1")]
    [InlineData("Host", "no-such-host.invalid")]
    [InlineData("Database", "no_such_database")]
    [InlineData("Username", "no_such_user")]
    public async Task A_database_that_cannot_be_used_is_refused_by_one_line_that_names_the_setting(string part, string value)
    {
        var wrong = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Password = "hunter2", [part] = value };
        using var host = StoppedSilo.Build(PostgreSqlSilo.Settings(wrong.ConnectionString));

        var line = StartUp.Explain(await Should.ThrowAsync<OptionsValidationException>(() => PrepareAsync(host))).ShouldNotBeNull();

        line.ShouldStartWith("Kayse:Cluster:ConnectionString: ");
        line.ShouldNotContain("hunter2");
        line.ShouldNotContain('\n');
    }

    [Fact]
    public async Task It_is_healthy_as_long_as_the_database_answers()
    {
        await using var silo = await PostgreSqlSilo.OpenAsync(_database);
        (await HealthOfDatabaseAsync(silo)).ShouldBe(HealthStatus.Healthy);

        await _database.DropAsync();

        (await HealthOfDatabaseAsync(silo)).ShouldBe(HealthStatus.Unhealthy);
    }

    private static IDataProtector Protector(PostgreSqlSilo silo) =>
        silo.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static Task PrepareAsync(Microsoft.Extensions.Hosting.IHost host) => StartUp.PrepareAsync(host.Services);

    private static async Task<HealthStatus> HealthOfDatabaseAsync(PostgreSqlSilo silo) =>
        (await silo.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == "database")).Status;
}
