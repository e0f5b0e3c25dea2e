namespace Orleans.Sqlite.Tests.Reminders;

public sealed class SqliteReminderTableTests : ReminderTableContract, IDisposable
{
    private readonly TemporaryDatabase _database = new();

    protected override IReminderTable Table => new SqliteReminderTable(_database.Database);

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

    [Fact]
    public async Task A_version_of_another_storage_removes_nothing()
    {
        await Table.UpsertRow(Reminder(Grain, "expiry"));

        (await Table.RemoveRow(Grain, "expiry", "no version")).ShouldBeFalse();
        (await Table.ReadRow(Grain, "expiry")).ShouldNotBeNull();
    }
}
