using System.Text.Json;
using Kayse.Grains.Usage;

namespace Kayse.Grains.Tests.Usage;

/// <summary>What is recorded of usage, and what becomes of months that are over.</summary>
public sealed class UsageLedgerTests
{
    private static readonly DateOnly _today = new(2026, 3, 20);

    [Fact]
    public async Task An_event_counts_once_in_62_days_and_again_later()
    {
        var ledger = await TestLedger.NewAsync();
        var used = Sample.Minutes(2.5m, ledger.Now, "call-1");
        // Segments are forgotten as a whole, the last never.
        await ledger.RecordAsync([.. Enumerable.Range(0, 999).Select(_ => Sample.Minutes(0, ledger.Now)), used]);
        await ledger.RecordAsync(Sample.Minutes(0, ledger.Now));

        (await ledger.RecordAsync(used)).Duplicates.ShouldBe(1);
        ledger.Now += TimeSpan.FromDays(62);
        (await ledger.RecordAsync(used)).Duplicates.ShouldBe(1);
        await ledger.RestartAsync();
        (await ledger.RecordAsync(used)).Duplicates.ShouldBe(1);
        ledger.Now += TimeSpan.FromSeconds(1);
        (await ledger.RecordAsync(used with { At = ledger.Now })).Accepted.ShouldBe(1);
        await ledger.RestartAsync();
        (await ledger.RecordAsync(used with { At = ledger.Now })).Duplicates.ShouldBe(1);
        (await ledger.ReadMonthAsync(3)).Of(UsageMetric.VoiceMinutes).Total.ShouldBe(2.5m);
        (await ledger.ReadMonthAsync(5)).Of(UsageMetric.VoiceMinutes).Total.ShouldBe(2.5m);
    }

    [Theory]
    [InlineData("quantity")]
    [InlineData("at")]
    [InlineData("user")]
    [InlineData("agent")]
    [InlineData("corrects")]
    public async Task The_same_id_with_other_content_is_refused(string changed)
    {
        var ledger = await TestLedger.NewAsync();
        var used = Sample.Minutes(2.5m, ledger.Now);
        await ledger.RecordAsync(used);

        var other = changed switch
        {
            "quantity" => used with { Quantity = 2.6m },
            "at" => used with { At = ledger.Now.AddDays(-3) },
            "user" => used with { UserId = "ada" },
            "agent" => used with { AgentId = "intake" },
            _ => used with { Corrects = "another" },
        };

        (await ledger.RecordAsync(other)).Refused.ShouldBe([new(used.Id, UsageProblems.IdReused)]);
        (await ledger.RecordAsync(used with { Metric = UsageMetric.Emails })).Accepted.ShouldBe(1);
        (
            await ledger.RecordAsync(used with { Quantity = 2.500000m, At = ledger.Now.ToOffset(TimeSpan.FromHours(2)) })
        ).Duplicates.ShouldBe(1);
    }

    [Fact]
    public async Task A_month_that_is_over_never_changes()
    {
        var ledger = await TestLedger.NewAsync();
        await ledger.RecordAsync(
            Sample.Minutes(10, ledger.Now) with
            {
                UserId = "ada",
            },
            Sample.Event(UsageMetric.StorageBytes, 500, ledger.Now.AddDays(-10)),
            Sample.Minutes(4, ledger.Now.AddDays(-30))
        );
        ledger.Now = new(2026, 4, 1, 3, 59, 59, TimeSpan.Zero);
        await ledger.RecordAsync(Sample.Minutes(1, ledger.Now));
        ledger.Now += TimeSpan.FromSeconds(1);
        var march = await AllOfMarchAsync(ledger);

        await ledger.RecordAsync(
            Sample.Minutes(7, ledger.Now.AddSeconds(-1)) with
            {
                UserId = "ada",
            },
            Sample.Event(UsageMetric.StorageBytes, 900, ledger.Now.AddDays(-5)),
            Sample.Minutes(-2, ledger.Now.AddDays(-2)) with
            {
                Corrects = "e1",
            }
        );
        ledger.TimeZone = "Asia/Tokyo";
        await ledger.RestartAsync();

        (await AllOfMarchAsync(ledger)).ShouldBe(march);
        var april = await ledger.ReadMonthAsync(4);
        april.Of(UsageMetric.VoiceMinutes).Total.ShouldBe(5);
        april
            .Adjustments.Select(one => (one.Date, one.UsedOn, one.Quantity))
            .ShouldBe([(new DateOnly(2026, 4, 1), new DateOnly(2026, 3, 30), -2m), (new(2026, 4, 1), new(2026, 3, 31), 7m)]);
        (await ledger.SharesAsync(UsageSplit.Member, new(2026, 4, 1), new(2026, 5, 1))).Single().Amounts[0].ShouldBe(7);
        // What is stored since then is so in the new month.
        april.Of(UsageMetric.StorageBytes).Days[0].Peak.ShouldBe(900);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public async Task Calls_that_come_while_a_month_is_opened_wait_for_it(int daysLater)
    {
        var ledger = await TestLedger.NewAsync();
        if (daysLater > 0)
            await ledger.RecordAsync(Sample.Minutes(100, ledger.Now));
        ledger.Now += TimeSpan.FromDays(daysLater);
        ledger.Hold();

        var calls = Enumerable.Range(0, 5).Select(_ => ledger.RecordAsync(Sample.Minutes(1, ledger.Now))).ToList();
        calls.ShouldAllBe(call => !call.IsCompleted);
        ledger.Go();

        (await Task.WhenAll(calls)).Sum(recorded => recorded.Accepted).ShouldBe(5);
        (await ledger.ReadMonthAsync(ledger.Now.Month)).Of(UsageMetric.VoiceMinutes).Total.ShouldBe(5);
        await ledger.RestartAsync();
        (await ledger.ReadMonthAsync(ledger.Now.Month)).Of(UsageMetric.VoiceMinutes).Total.ShouldBe(5);
    }

    [Fact]
    public async Task A_new_time_zone_cuts_the_days_of_the_current_month_anew()
    {
        var ledger = await TestLedger.NewAsync();
        await ledger.RecordAsync(Sample.Minutes(3, new(2026, 3, 19, 20, 0, 0, TimeSpan.Zero)));
        (await ledger.ReadMonthAsync(3)).Of(UsageMetric.VoiceMinutes).Days[18].Value.ShouldBe(3);

        ledger.TimeZone = "Asia/Tokyo";

        (await ledger.ReadMonthAsync(3)).Of(UsageMetric.VoiceMinutes).Days[19].Value.ShouldBe(3);
        await ledger.RestartAsync();
        (await ledger.ReadMonthAsync(3)).Of(UsageMetric.VoiceMinutes).Days[19].Value.ShouldBe(3);
    }

    [Fact]
    public async Task Months_without_a_call_are_closed_when_the_next_one_comes()
    {
        var ledger = await TestLedger.NewAsync();
        await ledger.RecordAsync(Sample.Event(UsageMetric.PhoneNumbers, 12, ledger.Now));
        ledger.Now = ledger.Now.AddMonths(6);

        var usage = await ledger.ReadAsync(new(2026, 3, 1), new(2026, 10, 1));

        usage
            .Of(UsageMetric.PhoneNumbers)
            .Days.Count(day => day.Value == 12)
            .ShouldBe(new DateOnly(2026, 9, 21).DayNumber - _today.DayNumber);
        usage.Of(UsageMetric.PhoneNumbers).Total.ShouldBe(12);
    }

    [Fact]
    public async Task Events_that_are_too_old_or_ahead_are_refused()
    {
        var ledger = await TestLedger.NewAsync();
        var old = Sample.Minutes(1, ledger.Now.AddDays(-35).AddTicks(-1), "old");

        var recorded = await ledger.RecordAsync(
            old,
            Sample.Minutes(1, ledger.Now.AddDays(-35)),
            Sample.Minutes(1, ledger.Now.AddMinutes(5)),
            Sample.Minutes(1, ledger.Now.AddMinutes(5).AddTicks(1), "ahead")
        );

        recorded.Accepted.ShouldBe(2);
        recorded.Refused.ShouldBe([new("old", UsageProblems.TooOld), new("ahead", UsageProblems.TooEarly)]);
        (await ledger.RecordAsync([old], isBackfill: true)).Accepted.ShouldBe(1);
        (await ledger.RecordAsync([old])).Duplicates.ShouldBe(1);
    }

    private static async Task<string> AllOfMarchAsync(TestLedger ledger)
    {
        var month = await ledger.ReadMonthAsync(3);
        return JsonSerializer.Serialize(
            new
            {
                month.Metrics,
                month.Adjustments,
                Members = await ledger.SharesAsync(UsageSplit.Member, month.From, month.To),
            }
        );
    }
}
