using System.Globalization;
using Orleans.Runtime;

namespace Orleans.Sqlite.Tests.Database;

public sealed class SqliteContentsTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    private SqliteContents Contents => new(_database.Database);

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Every_state_is_read_once_over_several_pages()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => WriteAsync(Key(i), $"state-{i % 3}", i)));

        var read = await Contents.ReadStatesAsync().ToListAsync();

        read.Select(state => (state.GrainId, state.StateName))
            .ShouldBe(Enumerable.Range(0, 200).Select(i => (GrainId.Create("note", Key(i)), $"state-{i % 3}")), ignoreOrder: true);
        System
            .Text.Encoding.UTF8.GetString(read.Single(state => state.GrainId == GrainId.Create("note", Key(7))).Payload.Span)
            .ShouldContain("[7]");
    }

    [Fact]
    public async Task Keys_are_read_as_they_were_written()
    {
        string[] keys = ["a\0b", "a", "zoë+tag@example.com", "日本語 / x", "a/b"];
        foreach (var key in keys)
            await WriteAsync(key, "note", 1);

        (await Contents.ReadStatesAsync().Select(state => state.GrainId.Key.ToString()).ToListAsync()).ShouldBe(keys);
    }

    [Fact]
    public async Task Every_reminder_is_read_once_over_several_pages()
    {
        var table = _database.Reminders();
        await Task.WhenAll(Enumerable.Range(0, 2_500).Select(i => table.UpsertRow(Reminder(Key(i % 1_250), $"r{i / 1_250}"))));

        var read = await Contents.ReadRemindersAsync().ToListAsync();

        read.Count.ShouldBe(2_500);
        read.Select(entry => (entry.GrainId, entry.ReminderName)).Distinct().Count().ShouldBe(2_500);
        read.ShouldAllBe(entry => entry.Period == TimeSpan.FromMinutes(7));
    }

    private static string Key(int i) => i.ToString(CultureInfo.InvariantCulture);

    private static ReminderEntry Reminder(string key, string name) =>
        new()
        {
            GrainId = GrainId.Create("note", key),
            ReminderName = name,
            StartAt = new DateTime(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc),
            Period = TimeSpan.FromMinutes(7),
        };

    private Task WriteAsync(string key, string name, int number) =>
        _database.Storage().WriteStateAsync(name, GrainId.Create("note", key), new GrainState<Note>(new Note { Numbers = [number] }));
}
