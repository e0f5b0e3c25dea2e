using System.Globalization;
using System.Text;
using System.Text.Json;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Sqlite.Tests.Storage;

public sealed class SqliteGrainStorageTests : IDisposable
{
    private static readonly GrainId Grain = GrainId.Create("note", "ole@example.dk");
    private readonly TemporaryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_state_at_the_limit_is_stored_and_one_byte_more_is_refused()
    {
        var storage = _database.Storage(new SqliteGrainStorageOptions { MaxPayloadBytes = 100 });
        var fits = new GrainState<Note>(NoteOfBytes(100));
        var tooLarge = new GrainState<Note>(NoteOfBytes(101));

        await storage.WriteStateAsync("fits", Grain, fits);
        var refusal = await Should.ThrowAsync<GrainStateTooLargeException>(() => storage.WriteStateAsync("large", Grain, tooLarge));

        refusal.Message.ShouldBe("State \"large\" of a grain of type \"note\" takes 101 bytes, more than the 100 allowed.");
        tooLarge.RecordExists.ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_of_a_small_state_is_left_in_the_file_once_it_is_overwritten_or_cleared()
    {
        var storage = _database.Storage();
        var (overwritten, cleared) = (
            new GrainState<Note>(new Note { Text = "first secret" }),
            new GrainState<Note>(new Note { Text = "second secret" })
        );
        await storage.WriteStateAsync("overwritten", Grain, overwritten);
        await storage.WriteStateAsync("cleared", Grain, cleared);
        overwritten.State = new Note();
        await storage.WriteStateAsync("overwritten", Grain, overwritten);
        await storage.ClearStateAsync("cleared", Grain, cleared);
        _database.Reopen();

        foreach (
            var file in Directory
                .EnumerateFiles(_database.Options.DataDirectory)
                .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
        )
            Encoding.Latin1.GetString(ReadShared(file)).Contains("secret", StringComparison.Ordinal).ShouldBeFalse(file);
    }

    [Fact]
    public async Task A_state_of_half_a_mebibyte_comes_back_whole()
    {
        var note = NoteOfBytes(512 * 1024);
        await _database.Storage().WriteStateAsync("note", Grain, new GrainState<Note>(note));

        (await ReadAsync()).State!.Text.ShouldBe(note.Text);
    }

    [Fact]
    public async Task Source_generated_contexts_are_used()
    {
        var options = new SqliteGrainStorageOptions
        {
            JsonSerializerOptions = new JsonSerializerOptions { TypeInfoResolver = NoteJson.Default },
        };
        var storage = _database.Storage(options);
        var state = new GrainState<Note>(new Note { Text = "generated" });
        await storage.WriteStateAsync("note", Grain, state);
        await storage.ReadStateAsync("note", Grain, state);

        state.State!.Text.ShouldBe("generated");
        await Should.ThrowAsync<NotSupportedException>(() =>
            storage.WriteStateAsync("other", Grain, new GrainState<Version>(new Version(1, 2)))
        );
    }

    [Fact]
    public async Task A_state_that_is_not_of_its_type_is_named_without_its_key()
    {
        var payload = Encoding.UTF8.GetBytes("""{"Text":["not","text"]}""");
        await _database.Database.WriteAsync(session => GrainStateTable.Insert(session, GrainStateKey.Of("note", Grain), payload, 0));

        var fault = await Should.ThrowAsync<SqliteStorageException>(ReadAsync);

        fault.Message.ShouldContain("State \"note\" of a grain of type \"note\"");
        fault.Message.ShouldNotContain("ole@example.dk");
    }

    [Fact]
    public async Task A_conflict_does_not_name_the_key()
    {
        await _database.Storage().WriteStateAsync("note", Grain, new GrainState<Note>(new Note()));

        var refusal = await Should.ThrowAsync<InconsistentStateException>(() =>
            _database.Storage().WriteStateAsync("note", Grain, new GrainState<Note>(new Note()))
        );

        refusal.Message.ShouldNotContain("ole@example.dk");
    }

    [Fact]
    public async Task Ten_thousand_writes_at_once_are_all_stored()
    {
        var storage = _database.Storage();
        var states = Enumerable.Range(0, 10_000).Select(i => new GrainState<Note>(new Note { Numbers = [i] })).ToArray();

        await Task.WhenAll(states.Select((state, i) => storage.WriteStateAsync("note", Numbered(i), state)));

        states.Select(state => state.ETag).Distinct(StringComparer.Ordinal).Count().ShouldBe(states.Length);
        for (var i = 0; i < states.Length; i += 97)
        {
            var read = new GrainState<Note>();
            await storage.ReadStateAsync("note", Numbered(i), read);
            read.State!.Numbers.ShouldBe([i]);
        }
    }

    [Fact]
    public async Task Versions_go_on_after_a_restart()
    {
        var stale = new GrainState<Note>(new Note());
        await _database.Storage().WriteStateAsync("note", Grain, stale);
        await _database.Storage().ClearStateAsync("note", Grain, new GrainState<Note>(new Note(), stale.ETag));
        _database.Reopen();
        var anew = new GrainState<Note>(new Note());
        await _database.Storage().WriteStateAsync("note", Grain, anew);

        await Should.ThrowAsync<InconsistentStateException>(() => _database.Storage().WriteStateAsync("note", Grain, stale));

        long.Parse(anew.ETag!, CultureInfo.InvariantCulture).ShouldBeGreaterThan(long.Parse(stale.ETag!, CultureInfo.InvariantCulture));
    }

    private static GrainId Numbered(int i) => GrainId.Create("note", i.ToString(CultureInfo.InvariantCulture));

    private static Note NoteOfBytes(int bytes)
    {
        var frame = JsonSerializer.SerializeToUtf8Bytes(new Note()).Length;
        return new Note { Text = new string('x', bytes - frame) };
    }

    private async Task<GrainState<Note>> ReadAsync()
    {
        var state = new GrainState<Note>();
        await _database.Storage().ReadStateAsync("note", Grain, state);
        return state;
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
