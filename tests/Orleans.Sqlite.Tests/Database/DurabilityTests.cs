using System.Globalization;
using Orleans.Runtime;
using Orleans.Sqlite.Tests.Storage;

namespace Orleans.Sqlite.Tests.Database;

/// <summary>Copies the files of a running instance, as a crash would leave them.</summary>
public sealed class DurabilityTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private readonly TemporaryFolder _crashed = new();

    public void Dispose()
    {
        _database.Dispose();
        _crashed.Dispose();
    }

    [Fact]
    public async Task What_was_acknowledged_survives_a_crash()
    {
        var storage = _database.Storage();
        await Parallel.ForAsync(
            0,
            2_000,
            async (i, _) => await storage.WriteStateAsync("note", Grain(i), new GrainState<Note>(new Note { Numbers = [i] }))
        );
        await _database.Reminders().UpsertRow(new ReminderEntry { GrainId = Grain(1), ReminderName = "expiry" });

        CopyFiles();

        using var recovered = TemporaryDatabase.Open(TemporaryDatabase.OptionsFor(_crashed.Path));
        var recoveredStorage = new SqliteGrainStorage(recovered, new(), TimeProvider.System);
        for (var i = 0; i < 2_000; i++)
        {
            var state = new GrainState<Note>();
            await recoveredStorage.ReadStateAsync("note", Grain(i), state);
            state.State!.Numbers.ShouldBe([i]);
        }

        (await TemporaryDatabase.Reminders(recovered).ReadRow(Grain(1), "expiry")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Versions_given_before_a_crash_are_not_given_again()
    {
        var before = new GrainState<Note>(new Note());
        await _database.Storage().WriteStateAsync("note", Grain(1), before);

        CopyFiles();

        using var recovered = TemporaryDatabase.Open(TemporaryDatabase.OptionsFor(_crashed.Path));
        var after = new GrainState<Note>(new Note());
        await new SqliteGrainStorage(recovered, new(), TimeProvider.System).WriteStateAsync("note", Grain(2), after);
        long.Parse(after.ETag!, CultureInfo.InvariantCulture).ShouldBeGreaterThan(long.Parse(before.ETag!, CultureInfo.InvariantCulture));
    }

    private static GrainId Grain(int i) => GrainId.Create("note", i.ToString(CultureInfo.InvariantCulture));

    private void CopyFiles()
    {
        foreach (var name in new[] { "kayse.db", "kayse.db-wal" })
        {
            using var source = new FileStream(
                Path.Combine(_database.Options.DataDirectory, name),
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite
            );
            using var copy = File.Create(_crashed.File(name));
            source.CopyTo(copy);
        }
    }
}
