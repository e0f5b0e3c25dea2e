using System.Net;
using System.Net.Sockets;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Audit;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Silo.Tests.Hosting;
using Kayse.Silo.Tests.PostgreSql;
using Kayse.Testing.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Core.Internal;
using Orleans.Runtime.Placement;

namespace Kayse.Silo.Tests.Sessions;

/// <summary>
/// Two silos in one process, each with the sessions and keys that are activated in it: no request anywhere sees what no
/// longer holds.
/// </summary>
public sealed class LiveSessionsClusterTests : IAsyncLifetime
{
    private static readonly SessionPrincipal _ben = new(
        "ben",
        "Ben Jones",
        "ben@jones.example",
        "company",
        "Jones LLP",
        Role.User,
        ["crm.access"],
        null
    );
    private readonly string _id = EntityId.New(TimeProvider.System);
    private TestDatabase _database = null!;
    private IHost _here = null!;
    private IHost _there = null!;
    private string _token = "";

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.NewAsync();
        _here = await StartAsync();
        _there = await StartAsync();
        _token = SecretToken.Create(_id, out var hash);
        await Session(_there).StartAsync(new StartSession(hash, _ben, ClientDevice.Unknown, RememberMe: false));
        // Whoever started it lets go of it; a request in that very moment could still find it there.
        await UntilAsync(() => Count(_there) == 0);
        (await CheckAsync(_here)).Principal.ShouldNotBeNull();
        if (Count(_here) == 0)
            await MoveAsync(_here);
    }

    public async Task DisposeAsync()
    {
        await StopAsync(_there);
        await StopAsync(_here);
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_session_is_on_the_silo_where_it_was_first_used_and_answers_on_both()
    {
        (Count(_here), Count(_there)).ShouldBe((1, 0));

        (await CheckAsync(_here)).Principal.ShouldNotBeNull();
        (await CheckAsync(_there)).Principal.ShouldNotBeNull();
        (Count(_here), Count(_there)).ShouldBe((1, 0), "the other silo asks, and keeps nothing");
    }

    [Fact]
    public async Task What_one_silo_changes_the_other_sees_on_its_next_request()
    {
        for (var change = 0; change < 50; change++)
        {
            var principal = _ben with { FullName = $"Ben {change}" };
            await Session(_there).SetPrincipalAsync(principal, SessionLimits.None);
            (await CheckAsync(_here)).Principal!.FullName.ShouldBe(principal.FullName);
            (await CheckAsync(_there)).Principal!.FullName.ShouldBe(principal.FullName);
        }

        await Session(_there).EndAsync(SessionEndReason.Revoked);

        (await CheckAsync(_here)).Ended.ShouldBe(SessionEndReason.Revoked);
        (await CheckAsync(_there)).Ended.ShouldBe(SessionEndReason.Revoked);
    }

    [Fact]
    public async Task One_that_moves_leaves_nothing_behind_and_takes_its_last_use_along()
    {
        (await CheckAsync(_here)).Principal.ShouldNotBeNull();
        var lastUse = (await Session(_here).GetAsync())!.LastActiveAt;

        await MoveAsync(_there);

        (Count(_here), Count(_there)).ShouldBe((0, 1));
        // The use was stored to the millisecond.
        (lastUse - (await Session(_here).GetAsync())!.LastActiveAt).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
        await Session(_here).EndAsync(SessionEndReason.SignedOut);
        (await CheckAsync(_here)).Ended.ShouldBe(SessionEndReason.SignedOut);
        (await CheckAsync(_there)).Ended.ShouldBe(SessionEndReason.SignedOut);
    }

    [Fact]
    public async Task No_request_sees_what_was_before_while_it_moves_and_changes_under_64_clients()
    {
        var acknowledged = 0;
        await Session(_there).SetPrincipalAsync(_ben with { FullName = "0" }, SessionLimits.None);
        using var done = new CancellationTokenSource();
        var clients = Enumerable
            .Range(0, 64)
            .Select(client =>
                Task.Run(async () =>
                {
                    var host = client % 2 == 0 ? _here : _there;
                    var checks = 0;
                    for (; !done.IsCancellationRequested; checks++)
                    {
                        var atLeast = Volatile.Read(ref acknowledged);
                        var check = await CheckAsync(host);
                        if (
                            check.Principal is null
                            || int.Parse(check.Principal.FullName, System.Globalization.CultureInfo.InvariantCulture) < atLeast
                        )
                            throw new InvalidOperationException($"After change {atLeast} a request saw {check}.");
                        // An answer from memory is synchronous: clients that never give way would starve the silos.
                        await Task.Yield();
                    }

                    return checks;
                })
            )
            .ToList();

        try
        {
            for (var change = 1; change <= 20; change++)
            {
                await Session(_there).SetPrincipalAsync(_ben with { FullName = $"{change}" }, SessionLimits.None);
                Volatile.Write(ref acknowledged, change);
                if (change % 5 == 0)
                    await MoveAsync(change % 2 == 0 ? _there : _here);
            }
        }
        finally
        {
            await done.CancelAsync();
        }

        (await Task.WhenAll(clients)).ShouldAllBe(checks => checks > 0);
    }

    [Fact]
    public async Task When_its_silo_stops_the_other_answers_with_its_last_use()
    {
        (await CheckAsync(_here)).Principal.ShouldNotBeNull();
        var lastUse = (await Session(_here).GetAsync())!.LastActiveAt;

        await _here.StopAsync();

        Count(_here).ShouldBe(0);
        (lastUse - (await Session(_there).GetAsync())!.LastActiveAt).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
        (await CheckAsync(_there)).Principal.ShouldNotBeNull();
        Count(_there).ShouldBe(1);
    }

    [Fact]
    public async Task A_service_key_whose_secrets_one_silo_ends_is_refused_by_the_other_on_its_next_request()
    {
        var keyId = EntityId.New(TimeProvider.System);
        var (first, second) = (ApiKeyToken.Create(keyId, out var firstHash), ApiKeyToken.Create(keyId, out var secondHash));
        var key = _there.Services.GetRequiredService<IGrainFactory>().GetGrain<IServiceKeyGrain>(keyId);
        var account = new AuditRecord(
            EntityId.New(TimeProvider.System),
            TimeProvider.System.GetUtcNow(),
            AuditActor.Nobody,
            AuditActions.ServiceKeyCreated,
            new AuditTarget(AuditTargetKinds.ServiceKey, keyId, "Importer"),
            [],
            null,
            null,
            "company"
        );
        var details = new CreateApiKey(keyId, "Importer", ApiKeyPermissions.Read, ExpiresAt: null);
        await key.StartServiceKeyAsync(new StartServiceKey(firstHash, details, _ben with { IsServiceKey = true }, "ada", account));
        await key.RotateSecretAsync(secondHash, TimeProvider.System.GetUtcNow().AddHours(1), account);
        foreach (var host in new[] { _here, _there })
            (await OpensAsync(host, first), await OpensAsync(host, second)).ShouldBe((true, true));

        await key.EndOverlapAsync(account);
        foreach (var host in new[] { _here, _there })
            (await OpensAsync(host, first), await OpensAsync(host, second)).ShouldBe((false, true));

        await key.RevokeServiceKeyAsync(account);
        foreach (var host in new[] { _here, _there })
            (await OpensAsync(host, second)).ShouldBeFalse();
    }

    private static async Task<bool> OpensAsync(IHost host, string key) => (await CheckAsync(host, key)).Principal is not null;

    // The token is a ref struct, which must not outlive an await.
    private static ValueTask<ApiKeyCheck> CheckAsync(IHost host, string key)
    {
        ApiKeyToken.TryParse(key, out var token).ShouldBeTrue();
        return host.Services.GetRequiredService<LiveApiKeys>().CheckAsync(token.Id.ToString(), token.Hash);
    }

    private static LiveSessions Live(IHost host) => host.Services.GetRequiredService<LiveSessions>();

    private static int Count(IHost host) => Live(host).Count;

    private ValueTask<SessionCheck> CheckAsync(IHost host)
    {
        SecretToken.TryParse(_token, out var token).ShouldBeTrue();
        return Live(host).CheckAsync(token, out _);
    }

    private IUserSessionGrain Session(IHost host) => host.Services.GetRequiredService<IGrainFactory>().GetGrain<IUserSessionGrain>(_id);

    private async Task MoveAsync(IHost to)
    {
        if (Count(to) == 1)
            return;
        RequestContext.Set(IPlacementDirector.PlacementHintKey, to.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress);
        await Session(_here).AsReference<IGrainManagementExtension>().MigrateOnIdle();
        RequestContext.Remove(IPlacementDirector.PlacementHintKey);
        await UntilAsync(() => Count(to) == 1);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!holds())
            await Task.Delay(5, patience.Token);
    }

    private async Task<IHost> StartAsync()
    {
        var (silo, gateway) = (FreePort(), FreePort());
        var host = StoppedSilo.Build([
            .. PostgreSqlSilo.Settings(_database.ConnectionString),
            ("Kayse:Cluster:AdvertisedAddress", "127.0.0.1"),
            ("Kayse:Cluster:SiloPort", $"{silo}"),
            ("Kayse:Cluster:GatewayPort", $"{gateway}"),
        ]);
        await host.StartAsync();
        return host;
    }

    private static async Task StopAsync(IHost host)
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
