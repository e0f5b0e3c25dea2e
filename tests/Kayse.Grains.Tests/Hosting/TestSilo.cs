using System.Text.Json;
using Kayse.Grains.Domains;
using Kayse.Grains.Mail;
using Kayse.Grains.Push;
using Kayse.Grains.Sessions;
using Kayse.Grains.Sso.Saml;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Webhooks;
using Kayse.Silo.Hosting;
using Kayse.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Storage;

namespace Kayse.Grains.Tests.Hosting;

/// <summary>
/// The real silo on a folder of its own, with a clock that stands still and a mailbox instead of a mail server.
/// </summary>
internal sealed class TestSilo : IAsyncDisposable
{
    private readonly Dictionary<string, string?> _settings;
    private IHost _host;

    private TestSilo(Dictionary<string, string?> settings, IHost host)
    {
        _settings = settings;
        _host = host;
    }

    public TestClock Clock { get; private init; } = null!;

    public TestMailbox Mailbox { get; private init; } = null!;

    public TestPushService PushService { get; private init; } = null!;

    public TestDns Dns { get; private init; } = null!;

    public TestWebhookReceiver Webhooks { get; private init; } = null!;

    public CrashPoint Crash { get; private init; } = null!;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IServiceProvider Services => _host.Services;

    /// <summary>What requests ask.</summary>
    public LiveSessions LiveSessions => Services.GetRequiredService<LiveSessions>();

    public string DataDirectory => _settings["Kayse:DataDirectory"]!;

    public static Task<TestSilo> StartAsync(params (string Key, string Value)[] settings) =>
        StartOnAsync(System.IO.Directory.CreateTempSubdirectory("kayse-test-").FullName, settings);

    /// <summary>Starts on a folder that may hold something; it goes with the silo.</summary>
    public static async Task<TestSilo> StartOnAsync(string folder, params (string Key, string Value)[] settings)
    {
        // Companies of tests are young, and many of them invite hundreds.
        var all = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Kayse:Invitations:RampUp:FirstDay"] = "0" };
        foreach (var (key, value) in settings)
            all[key] = value;
        all["Kayse:DataDirectory"] = folder;
        var (clock, mailbox, push, dns, webhooks, crash) = (
            new TestClock(),
            new TestMailbox(),
            new TestPushService(),
            new TestDns(),
            new TestWebhookReceiver(),
            new CrashPoint()
        );
        return new TestSilo(all, await StartHostAsync(all, clock, mailbox, push, dns, webhooks, crash))
        {
            PushService = push,
            Dns = dns,
            Webhooks = webhooks,
            Clock = clock,
            Mailbox = mailbox,
            Crash = crash,
        };
    }

    /// <summary>
    /// Stops the silo gracefully and starts another on the same folder, after <paramref name="downFor"/>.
    /// </summary>
    public async Task RestartAsync(TimeSpan downFor = default)
    {
        await StopAsync();
        Clock.Advance(downFor);
        Crash.Never();
        _host = await StartHostAsync(_settings, Clock, Mailbox, PushService, Dns, Webhooks, Crash);
    }

    /// <summary>Stops the silo, has what is in its folder moved into another, and starts it on that.</summary>
    public async Task MoveAsync(Func<string, string, Task> move)
    {
        await StopAsync();
        var (from, to) = (DataDirectory, System.IO.Directory.CreateTempSubdirectory("kayse-test-").FullName);
        await move(from, to);
        System.IO.Directory.Delete(from, recursive: true);
        _settings["Kayse:DataDirectory"] = to;
        _host = await StartHostAsync(_settings, Clock, Mailbox, PushService, Dns, Webhooks, Crash);
    }

    /// <summary>Stores when sessions and API keys were last used, as happens once a minute.</summary>
    public Task FlushUsesAsync() => Services.GetRequiredService<SessionUseFlush>().FlushAsync();

    /// <summary>Whether anything is stored of a grain under this name.</summary>
    public async Task<bool> HasStateAsync(string name, IAddressable grain)
    {
        var state = new GrainState<JsonElement>();
        await Services.GetRequiredKeyedService<IGrainStorage>("grains").ReadStateAsync(name, grain.GetGrainId(), state);
        return state.RecordExists;
    }

    public async Task<bool> HasRemindersAsync(IAddressable grain) =>
        (await Services.GetRequiredService<IReminderTable>().ReadRows(grain.GetGrainId())).Reminders.Count > 0;

    public async Task<bool> HasReminderAsync(IAddressable grain, string name) =>
        await Services.GetRequiredService<IReminderTable>().ReadRow(grain.GetGrainId(), name) is not null;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        System.IO.Directory.Delete(_settings["Kayse:DataDirectory"]!, recursive: true);
    }

    /// <summary>Stops it gracefully for good; without effect the second time.</summary>
    public async Task StopAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private static async Task<IHost> StartHostAsync(
        Dictionary<string, string?> settings,
        TestClock clock,
        TestMailbox mailbox,
        TestPushService push,
        TestDns dns,
        TestWebhookReceiver webhooks,
        CrashPoint crash
    )
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddKayseSilo();
        // All reminders are in memory, where they go by the clock of the test; otherwise it would have to stop every
        // few minutes for the silo to look for the next.
        builder.Services.Configure<ReminderOptions>(reminders => reminders.ReminderLoadingWindow = TimeSpan.FromDays(3650));
        // A call of a grain that can't be activated, as nothing can be stored, goes on to its next activation so often.
        builder.Services.Configure<SiloMessagingOptions>(messaging => messaging.MaxForwardCount = 8);
        builder.Services.CrashAt(crash);
        builder.Services.AddSingleton<IEmailTransport>(mailbox);
        builder.Services.AddSingleton<IPushTransport>(push);
        builder.Services.AddSingleton<ITxtRecords>(dns);
        builder.Services.AddSingleton<IWebhookTransport>(webhooks);
        builder.Services.AddSingleton<TestSamlMetadata>();
        builder.Services.AddSingleton<ISamlMetadataSource>(services => services.GetRequiredService<TestSamlMetadata>());
        var host = builder.Build();
        try
        {
            await host.StartAsync();
            return host;
        }
        catch
        {
            await ((IAsyncDisposable)host).DisposeAsync();
            throw;
        }
    }
}
