using System.Globalization;
using Orleans.Runtime;

namespace Kayse.Testing.Contracts;

/// <summary>
/// What every reminder table must do, whatever it stores into; derive from it once for each. The table starts empty.
/// </summary>
public abstract class ReminderTableContract
{
    protected static readonly GrainId Grain = GrainId.Create("invitation", "ærø/1'");

    private static readonly DateTime Start = new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc).AddMilliseconds(1);

    protected abstract IReminderTable Table { get; }

    [Fact]
    public async Task An_absent_reminder_is_null()
    {
        (await Table.ReadRow(Grain, "expiry")).ShouldBeNull();
        (await Table.ReadRows(Grain)).Reminders.ShouldBeEmpty();
        (await Table.ReadRows(0, 0)).Reminders.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_stored_is_read_back()
    {
        var eTag = await Table.UpsertRow(Reminder(Grain, "expiry"));

        var read = (await Table.ReadRow(Grain, "expiry")).ShouldNotBeNull();

        read.GrainId.ShouldBe(Grain);
        read.ReminderName.ShouldBe("expiry");
        read.StartAt.ShouldBe(Start);
        read.StartAt.Kind.ShouldBe(DateTimeKind.Utc);
        read.Period.ShouldBe(TimeSpan.FromMinutes(1));
        read.ETag.ShouldBe(eTag.ShouldNotBeNull());
    }

    [Fact]
    public async Task Storing_again_replaces_and_gives_a_new_version()
    {
        var first = await Table.UpsertRow(Reminder(Grain, "expiry"));

        var second = await Table.UpsertRow(Reminder(Grain, "expiry", Start.AddDays(1)));

        second.ShouldNotBe(first);
        var read = (await Table.ReadRows(Grain)).Reminders.ShouldHaveSingleItem();
        read.StartAt.ShouldBe(Start.AddDays(1));
        read.ETag.ShouldBe(second);
    }

    [Fact]
    public async Task A_grain_has_its_own_reminders()
    {
        var other = GrainId.Create("invitation", "2");
        await Table.UpsertRow(Reminder(Grain, "a"));
        await Table.UpsertRow(Reminder(Grain, "b"));
        await Table.UpsertRow(Reminder(other, "a"));

        (await Table.ReadRows(Grain))
            .Reminders.Select(reminder => reminder.ReminderName)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["a", "b"]);
        (await Table.ReadRows(other)).Reminders.ShouldHaveSingleItem().GrainId.ShouldBe(other);
    }

    [Fact]
    public async Task A_reminder_is_removed_by_its_version_only()
    {
        var old = await Table.UpsertRow(Reminder(Grain, "expiry"));
        var current = await Table.UpsertRow(Reminder(Grain, "expiry"));

        (await Table.RemoveRow(Grain, "expiry", old!)).ShouldBeFalse();
        (await Table.RemoveRow(Grain, "other", current!)).ShouldBeFalse();
        (await Table.ReadRow(Grain, "expiry")).ShouldNotBeNull();

        (await Table.RemoveRow(Grain, "expiry", current!)).ShouldBeTrue();
        (await Table.RemoveRow(Grain, "expiry", current!)).ShouldBeFalse();
        (await Table.ReadRow(Grain, "expiry")).ShouldBeNull();
    }

    [Fact]
    public async Task A_range_leaves_out_its_begin_and_has_its_end()
    {
        var grains = await StoreTwentyGrainsAsync();
        var (begin, end) = (grains[4].GetUniformHashCode(), grains[15].GetUniformHashCode());

        (await IdsBetweenAsync(begin, end)).ShouldBe(grains[5..16]);
    }

    [Fact]
    public async Task A_range_that_ends_before_it_begins_wraps_around()
    {
        var grains = await StoreTwentyGrainsAsync();
        var (begin, end) = (grains[15].GetUniformHashCode(), grains[4].GetUniformHashCode());

        (await IdsBetweenAsync(begin, end)).ShouldBe([.. grains[..5], .. grains[16..]]);
    }

    [Fact]
    public async Task A_range_that_ends_where_it_begins_is_everything()
    {
        var grains = await StoreTwentyGrainsAsync();

        foreach (var bound in new[] { 0u, grains[7].GetUniformHashCode(), uint.MaxValue })
            (await IdsBetweenAsync(bound, bound)).ShouldBe(grains);
        (await IdsBetweenAsync(uint.MinValue, uint.MaxValue)).ShouldBe(grains);
    }

    [Fact]
    public async Task Clearing_the_table_removes_everything()
    {
        await StoreTwentyGrainsAsync();

        await Table.TestOnlyClearTable();

        (await Table.ReadRows(0, 0)).Reminders.ShouldBeEmpty();
    }

    protected static ReminderEntry Reminder(GrainId grain, string name, DateTime? startAt = null) =>
        new()
        {
            GrainId = grain,
            ReminderName = name,
            StartAt = startAt ?? Start,
            Period = TimeSpan.FromMinutes(1),
        };

    /// <summary>Twenty grains with a reminder each, in the order of their hashes.</summary>
    private async Task<GrainId[]> StoreTwentyGrainsAsync()
    {
        var grains = Enumerable.Range(0, 20).Select(i => GrainId.Create("session", i.ToString(CultureInfo.InvariantCulture))).ToArray();
        foreach (var grain in grains)
            await Table.UpsertRow(Reminder(grain, "timeout"));
        return [.. grains.OrderBy(grain => grain.GetUniformHashCode())];
    }

    private async Task<GrainId[]> IdsBetweenAsync(uint begin, uint end) =>
        [
            .. (await Table.ReadRows(begin, end))
                .Reminders.Select(reminder => reminder.GrainId)
                .OrderBy(grain => grain.GetUniformHashCode()),
        ];
}
