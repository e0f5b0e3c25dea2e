using Kayse.Testing;

namespace Orleans.Sqlite.Tests.Reminders;

public sealed class SqliteReminderTableTests : ReminderTableContract, IDisposable
{
    private readonly TemporaryDatabase _database = new();

    protected override IReminderTable Table => _database.Reminders();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task An_instant_is_kept_to_the_tick()
    {
        var start = new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc).AddTicks(1);
        await Table.UpsertRow(Reminder(Grain, "expiry", start));

        (await Table.ReadRow(Grain, "expiry")).ShouldNotBeNull().StartAt.ShouldBe(start);
    }

    [Fact]
    public async Task Keys_are_taken_as_they_are()
    {
        var grain = GrainId.Create("invitation", "a\0b");
        await Table.UpsertRow(Reminder(grain, "expiry"));

        (await Table.ReadRow(grain, "expiry")).ShouldNotBeNull().GrainId.ShouldBe(grain);
        (await Table.ReadRow(GrainId.Create("invitation", "a\0c"), "expiry")).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 5, true, "it is due now")]
    [InlineData(10, 5, true, "it is due at the end of the window")]
    [InlineData(11, 5, false, "it is due after the window")]
    [InlineData(-1, 5, true, "its next tick is in 4 minutes")]
    [InlineData(-3, 13, true, "its next tick is in 10 minutes")]
    [InlineData(-3, 14, false, "its next tick is in 11 minutes")]
    [InlineData(-100_000, 60 * 24, false, "it comes daily, next in 20 hours")]
    public async Task A_range_has_the_reminders_that_tick_within_the_loading_window(
        int startMinutes,
        int periodMinutes,
        bool isRead,
        string why
    )
    {
        var clock = new TestClock();
        var table = _database.Reminders(clock);
        await table.UpsertRow(
            new ReminderEntry
            {
                GrainId = Grain,
                ReminderName = "expiry",
                StartAt = clock.GetUtcNow().UtcDateTime.AddMinutes(startMinutes),
                Period = TimeSpan.FromMinutes(periodMinutes),
            }
        );

        (await table.ReadRows(0, 0)).Reminders.Any().ShouldBe(isRead, why);
        (await table.ReadRows(Grain.GetUniformHashCode() - 1, Grain.GetUniformHashCode())).Reminders.Any().ShouldBe(isRead, why);
        (await table.ReadRows(Grain)).Reminders.ShouldHaveSingleItem("a grain's own reminders are read whenever they are due");
    }

    [Fact]
    public async Task A_version_of_another_storage_removes_nothing()
    {
        await Table.UpsertRow(Reminder(Grain, "expiry"));

        (await Table.RemoveRow(Grain, "expiry", "no version")).ShouldBeFalse();
        (await Table.ReadRow(Grain, "expiry")).ShouldNotBeNull();
    }
}
