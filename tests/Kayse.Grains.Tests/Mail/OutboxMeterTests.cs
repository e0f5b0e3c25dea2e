using System.Diagnostics.Metrics;
using Kayse.Grains.Mail;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Tests.Mail;

public sealed class OutboxMeterTests
{
    [Fact]
    public async Task Mail_counts_while_it_waits_also_after_a_restart_and_no_longer_once_it_is_gone_or_given_up()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        await ShouldMeasureAsync(silo, depth: 0, TimeSpan.Zero);
        silo.Mailbox.Failure = new IOException("down");
        await firm.InviteAsync("ben@else.example");
        silo.Clock.Advance(TimeSpan.FromMinutes(3));
        await firm.InviteAsync("cleo@else.example");
        await ShouldMeasureAsync(silo, depth: 2, TimeSpan.FromMinutes(3));

        await silo.RestartAsync(TimeSpan.FromMinutes(7));
        silo.Clock.Advance(TimeSpan.FromMinutes(2));
        await ShouldMeasureAsync(silo, depth: 2, TimeSpan.FromMinutes(12));

        silo.Mailbox.Failure = null;
        await CrashScenario.WhileTimePassesAsync(silo, TimeSpan.FromMinutes(10), () => ShouldMeasureAsync(silo, depth: 0, TimeSpan.Zero));
        silo.Mailbox.Failure = new EmailRefusedException("no such mailbox");
        await firm.InviteAsync("dora@else.example");
        await ShouldMeasureAsync(silo, depth: 0, TimeSpan.Zero);
    }

    private static Task ShouldMeasureAsync(TestSilo silo, double depth, TimeSpan oldest) =>
        CrashScenario.EventuallyAsync(() =>
        {
            Measure(silo).ShouldBe((depth, oldest.TotalSeconds));
            return Task.CompletedTask;
        });

    // Silos of other tests measure under the same names.
    private static (double Depth, double Oldest) Measure(TestSilo silo)
    {
        var meters = silo.Services.GetRequiredService<IMeterFactory>();
        var (depth, oldest) = (double.NaN, double.NaN);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == OutboxMeter.Name && ReferenceEquals(instrument.Meter.Scope, meters))
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => depth = value);
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => oldest = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return (depth, oldest);
    }
}
