using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Hosting;

namespace Kayse.Silo.Tests.PostgreSql;

public sealed class PostgreSqlReminderTableTests(PostgreSqlStores stores)
    : ReminderTableContract,
        IClassFixture<PostgreSqlStores>,
        IAsyncLifetime
{
    protected override IReminderTable Table => stores.Services.GetRequiredService<IReminderTable>();

    public Task InitializeAsync() => stores.Database.ExecuteAsync("DELETE FROM kayse_reminder");

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Minutes from now to the first time, and between times; whether a range read returns it.</summary>
    [Theory]
    [InlineData(0, 1_000, true)]
    [InlineData(9.9, 1_000, true)]
    [InlineData(14, 1_000, true)]
    [InlineData(16, 1_000, false)]
    [InlineData(100_000, 1_000, false)]
    [InlineData(-1, 1_000, true)] // Another silo's clock may be behind the database's: it fires in a minute.
    [InlineData(-4, 1_000, true)]
    [InlineData(-6, 1_000, false)]
    [InlineData(-991, 1_000, true)] // For the second time in 9 minutes.
    [InlineData(-980, 1_000, false)]
    [InlineData(-1_000, 1_000, true)]
    [InlineData(-1_004, 1_000, true)]
    [InlineData(-1_006, 1_000, false)]
    [InlineData(-5_000_991, 1_000, true)]
    [InlineData(-5_000_980, 1_000, false)]
    [InlineData(-3, 1, true)]
    [InlineData(-30, 20, true)]
    [InlineData(-525_600, 527_040, false)] // Once a year.
    public async Task A_range_read_returns_what_is_due_soon(double startsIn, double period, bool isReturned)
    {
        await Table.UpsertRow(
            new ReminderEntry
            {
                GrainId = Grain,
                ReminderName = "timeout",
                StartAt = DateTime.UtcNow.AddMinutes(startsIn),
                Period = TimeSpan.FromMinutes(period),
            }
        );

        (await Table.ReadRows(0, 0)).Reminders.Count.ShouldBe(isReturned ? 1 : 0);
        (await Table.ReadRows(0, uint.MaxValue)).Reminders.Count.ShouldBe(isReturned ? 1 : 0);
        (await Table.ReadRow(Grain, "timeout")).ShouldNotBeNull();
        (await Table.ReadRows(Grain)).Reminders.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_silo_loads_no_reminders_that_are_due_later_than_those_returned()
    {
        var options = stores.Services.GetRequiredService<IOptions<ReminderOptions>>().Value;

        options.ReminderLoadingWindow.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(10));
        options.RefreshReminderListPeriod.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_range_read_uses_the_index_on_times()
    {
        await stores.Database.ExecuteAsync(
            """
            INSERT INTO kayse_reminder
            SELECT 'kayse', 'session/' || n, 'timeout', n, now() + n * interval '1 minute' - interval '30 seconds', 3600000, 1
            FROM generate_series(1, 20000) n;
            ANALYZE kayse_reminder
            """
        );
        var query = await stores.Database.ReadAsync<string>("SELECT querytext FROM orleansquery WHERE querykey = 'ReadRangeRows2Key'");

        var plan = await stores.Database.ReadAsync<string>(
            "EXPLAIN (FORMAT JSON) "
                + query
                    .Replace("@ServiceId", "'kayse'", StringComparison.Ordinal)
                    .Replace("@BeginHash", "0", StringComparison.Ordinal)
                    .Replace("@EndHash", "0", StringComparison.Ordinal)
        );

        plan.ShouldContain("kayse_reminder_start");
        plan.ShouldNotContain("Seq Scan");
        (await Table.ReadRows(0, 0)).Reminders.Count.ShouldBe(15);
    }
}
