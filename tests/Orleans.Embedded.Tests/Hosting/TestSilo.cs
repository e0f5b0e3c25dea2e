using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Orleans.Embedded.Tests.Hosting;

/// <summary>One silo, started for one test, with a clock that the test moves and things through which it sees into its grains.</summary>
public sealed partial class TestSilo : IAsyncDisposable
{
    /// <summary>A second storage provider, beside the default one.</summary>
    public const string OtherStorage = "Other";

    private readonly IHost _host;
    private bool _stopped;

    private TestSilo(IHost host, TestClock clock)
    {
        _host = host;
        Clock = clock;
    }

    public TestClock Clock { get; }

    public IServiceProvider Services => _host.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public Journal Journal => Services.GetRequiredService<Journal>();

    public Gates Gates => Services.GetRequiredService<Gates>();

    public Census Census => Services.GetRequiredService<Census>();

    /// <summary>Starts a silo. <paramref name="clock"/> and <paramref name="reminders"/> are handed over where one silo continues another's work.</summary>
    public static async Task<TestSilo> Start(Action<ISiloBuilder>? configure = null, TestClock? clock = null, SharedReminders? reminders = null)
    {
        clock ??= new TestClock();
        var host = Build(clock, silo =>
        {
            silo.Services.AddSingleton(clock).AddSingleton<Journal>().AddSingleton<Gates>().AddSingleton<Census>();
            silo.AddMemoryGrainStorageAsDefault();
            silo.AddMemoryGrainStorage(OtherStorage);
            if (reminders is null)
                silo.UseInMemoryReminderService();
            else
                silo.AddReminders().Services.AddSingleton<IReminderTable>(reminders);
            configure?.Invoke(silo);
        });
        await host.StartAsync();
        return new TestSilo(host, clock);
    }

    public T Grain<T>(string key = "a")
        where T : IGrainWithStringKey
        => Grains.GetGrain<T>(key);

    public Task Stop()
    {
        _stopped = true;
        return _host.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stopped)
            await Stop().Soon();
        _host.Dispose();
    }

    private static partial IHost Build(TestClock clock, Action<ISiloBuilder> configure);
}
