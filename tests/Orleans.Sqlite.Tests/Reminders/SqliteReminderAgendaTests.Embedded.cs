using Orleans.Embedded;
using Orleans.Runtime;

namespace Orleans.Sqlite.Tests.Reminders;

public sealed class SqliteReminderAgendaTests : ReminderAgendaContract, IDisposable
{
    private readonly TemporaryDatabase _database = new();

    protected override IReminderTable Table => new SqliteReminderTable(_database.Database);

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task What_was_advanced_is_known_after_a_restart()
    {
        var grain = GrainId.Create("session", "1");
        var start = new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);
        var eTag = await Table.UpsertRow(new ReminderEntry { GrainId = grain, ReminderName = "timeout", StartAt = start, Period = TimeSpan.FromHours(1) });
        await ((IReminderAgenda)Table).AdvanceAsync(grain, "timeout", eTag!, start.AddHours(1));

        _database.Reopen();

        var due = (await ((IReminderAgenda)Table).ReadDueAsync(start.AddDays(1), 10)).ShouldHaveSingleItem();
        due.NextDue.ShouldBe(start.AddHours(1));
        due.Entry.ETag.ShouldBe(eTag);
    }

    [Fact]
    public async Task What_was_advanced_is_moved_elsewhere_with_the_time_when_it_is_next_due()
    {
        var grain = GrainId.Create("session", "1");
        var start = new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);
        var eTag = await Table.UpsertRow(new ReminderEntry { GrainId = grain, ReminderName = "timeout", StartAt = start, Period = TimeSpan.FromHours(1) });
        await ((IReminderAgenda)Table).AdvanceAsync(grain, "timeout", eTag!, start.AddHours(3));

        (await new SqliteContents(_database.Database).ReadRemindersAsync().SingleAsync()).StartAt.ShouldBe(start.AddHours(3));
    }
}
