using System.Globalization;
using Orleans.Embedded;
using Orleans.Runtime;

namespace Orleans.Sqlite.Tests.Reminders;

/// <summary>What the embedded runtime asks of a reminder table beside <see cref="ReminderTableContract"/>. The table starts empty.</summary>
public abstract class ReminderAgendaContract
{
    private static readonly DateTime Nine = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    protected abstract IReminderTable Table { get; }

    private IReminderAgenda Agenda => (IReminderAgenda)Table;

    [Fact]
    public async Task A_new_reminder_is_due_when_it_starts()
    {
        var eTag = await StoreAsync("a", Nine);

        (await Agenda.ReadDueAsync(Nine, 10)).ShouldBeEmpty();
        var due = (await Agenda.ReadDueAsync(Nine.AddTicks(1), 10)).ShouldHaveSingleItem();

        due.NextDue.ShouldBe(Nine);
        due.NextDue.Kind.ShouldBe(DateTimeKind.Utc);
        due.Entry.ETag.ShouldBe(eTag);
        due.Entry.GrainId.ShouldBe(Grain("a"));
        due.Entry.StartAt.ShouldBe(Nine);
    }

    [Fact]
    public async Task The_soonest_come_first_and_no_more_than_asked_for()
    {
        for (var i = 9; i >= 0; i--)
            await StoreAsync(i.ToString(CultureInfo.InvariantCulture), Nine.AddMinutes(i));

        var due = await Agenda.ReadDueAsync(Nine.AddMinutes(8), 3);

        due.Select(reminder => reminder.Entry.GrainId.Key.ToString()).ShouldBe(["0", "1", "2"]);
    }

    [Fact]
    public async Task Advancing_moves_what_is_next_and_nothing_else()
    {
        var eTag = await StoreAsync("a", Nine);

        await Agenda.AdvanceAsync(Grain("a"), "timeout", eTag, Nine.AddHours(1));

        (await Agenda.ReadDueAsync(Nine.AddMinutes(1), 10)).ShouldBeEmpty();
        var due = (await Agenda.ReadDueAsync(Nine.AddHours(2), 10)).ShouldHaveSingleItem();
        due.NextDue.ShouldBe(Nine.AddHours(1));
        due.Entry.StartAt.ShouldBe(Nine);
        due.Entry.ETag.ShouldBe(eTag);
    }

    [Fact]
    public async Task Advancing_an_old_version_does_nothing()
    {
        var old = await StoreAsync("a", Nine);
        await StoreAsync("a", Nine.AddMinutes(5));

        await Agenda.AdvanceAsync(Grain("a"), "timeout", old, Nine.AddDays(1));
        await Agenda.AdvanceAsync(Grain("a"), "timeout", "no version", Nine.AddDays(1));
        await Agenda.AdvanceAsync(Grain("absent"), "timeout", old, Nine.AddDays(1));

        (await Agenda.ReadDueAsync(Nine.AddHours(1), 10)).ShouldHaveSingleItem().NextDue.ShouldBe(Nine.AddMinutes(5));
    }

    [Fact]
    public async Task Storing_again_makes_it_due_at_its_new_start()
    {
        var eTag = await StoreAsync("a", Nine);
        await Agenda.AdvanceAsync(Grain("a"), "timeout", eTag, Nine.AddDays(1));

        await StoreAsync("a", Nine.AddMinutes(1));

        (await Agenda.ReadDueAsync(Nine.AddMinutes(2), 10)).ShouldHaveSingleItem().NextDue.ShouldBe(Nine.AddMinutes(1));
    }

    private static GrainId Grain(string key) => GrainId.Create("session", key);

    private async Task<string> StoreAsync(string key, DateTime startAt)
    {
        var entry = new ReminderEntry { GrainId = Grain(key), ReminderName = "timeout", StartAt = startAt, Period = TimeSpan.FromMinutes(1) };
        return (await Table.UpsertRow(entry))!;
    }
}
