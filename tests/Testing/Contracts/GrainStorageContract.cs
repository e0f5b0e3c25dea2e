using System.Globalization;
using Orleans.Runtime;
using Orleans.Storage;

namespace Kayse.Testing.Contracts;

/// <summary>
/// What every grain storage must do, whatever it stores into; derive from it once for each. One long file, for xunit
/// inherits facts, not files.
/// </summary>
public abstract class GrainStorageContract
{
    private const string StateName = "note";
    private readonly GrainId _grain = GrainId.Create("contract", Guid.NewGuid().ToString("N"));

    protected abstract IGrainStorage Storage { get; }

    [Fact]
    public async Task An_absent_state_is_new_and_has_no_version()
    {
        var state = new GrainState<Note>(new Note { Text = "left over" }, "7") { RecordExists = true };

        await Storage.ReadStateAsync(StateName, _grain, state);

        state.State.ShouldNotBeNull().Text.ShouldBe("");
        state.ETag.ShouldBeNull();
        state.RecordExists.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_written_is_read_back()
    {
        var written = await WriteAsync(new Note { Text = "hello", Numbers = [1, 2, 3] });

        var read = await ReadAsync();

        read.State.ShouldNotBeNull().Text.ShouldBe("hello");
        read.State.Numbers.ShouldBe([1, 2, 3]);
        read.ETag.ShouldBe(written.ETag);
        read.RecordExists.ShouldBeTrue();
    }

    [Fact]
    public async Task A_write_sets_the_version_and_that_it_exists()
    {
        var state = await WriteAsync(new Note { Text = "one" });
        var first = state.ETag;
        state.RecordExists.ShouldBeTrue();
        first.ShouldNotBeNullOrEmpty();

        state.State = new Note { Text = "two" };
        await Storage.WriteStateAsync(StateName, _grain, state);

        state.ETag.ShouldNotBe(first);
        (await ReadAsync()).State!.Text.ShouldBe("two");
    }

    [Fact]
    public async Task A_write_on_an_old_version_is_refused_and_changes_nothing()
    {
        var mine = await WriteAsync(new Note { Text = "one" });
        var theirs = await ReadAsync();
        theirs.State = new Note { Text = "theirs" };
        await Storage.WriteStateAsync(StateName, _grain, theirs);
        var old = mine.ETag;
        mine.State = new Note { Text = "mine" };

        var refusal = await Should.ThrowAsync<InconsistentStateException>(() => Storage.WriteStateAsync(StateName, _grain, mine));

        refusal.StoredEtag.ShouldBe(theirs.ETag);
        refusal.CurrentEtag.ShouldBe(old);
        mine.ETag.ShouldBe(old);
        (await ReadAsync()).State!.Text.ShouldBe("theirs");
    }

    [Fact]
    public async Task A_write_without_a_version_is_refused_when_a_record_exists()
    {
        var stored = await WriteAsync(new Note { Text = "one" });

        var refusal = await Should.ThrowAsync<InconsistentStateException>(() => WriteAsync(new Note { Text = "two" }));

        refusal.StoredEtag.ShouldBe(stored.ETag);
        refusal.CurrentEtag.ShouldBeNull();
    }

    [Theory]
    [InlineData("12345678")]
    [InlineData("not a version of this storage")]
    [InlineData("-1")]
    public async Task A_write_with_a_version_is_refused_when_no_record_exists(string eTag)
    {
        var state = new GrainState<Note>(new Note(), eTag);

        var refusal = await Should.ThrowAsync<InconsistentStateException>(() => Storage.WriteStateAsync(StateName, _grain, state));

        refusal.StoredEtag.ShouldBeNull();
        refusal.CurrentEtag.ShouldBe(eTag);
    }

    [Fact]
    public async Task A_cleared_state_is_absent()
    {
        var state = await WriteAsync(new Note { Text = "one" });

        await Storage.ClearStateAsync(StateName, _grain, state);

        state.State.ShouldNotBeNull().Text.ShouldBe("");
        state.ETag.ShouldBeNull();
        state.RecordExists.ShouldBeFalse();
        (await ReadAsync()).RecordExists.ShouldBeFalse();
    }

    [Fact]
    public async Task Clearing_what_is_absent_does_nothing()
    {
        var state = new GrainState<Note>(new Note());

        await Storage.ClearStateAsync(StateName, _grain, state);

        state.RecordExists.ShouldBeFalse();
        state.ETag.ShouldBeNull();
    }

    [Fact]
    public async Task Clearing_an_old_version_is_refused()
    {
        var mine = await WriteAsync(new Note { Text = "one" });
        var theirs = await ReadAsync();
        await Storage.WriteStateAsync(StateName, _grain, theirs);

        var refusal = await Should.ThrowAsync<InconsistentStateException>(() => Storage.ClearStateAsync(StateName, _grain, mine));

        refusal.StoredEtag.ShouldBe(theirs.ETag);
        (await ReadAsync()).RecordExists.ShouldBeTrue();
    }

    [Fact]
    public async Task Clearing_without_a_version_is_refused_when_a_record_exists()
    {
        await WriteAsync(new Note { Text = "one" });

        await Should.ThrowAsync<InconsistentStateException>(() =>
            Storage.ClearStateAsync(StateName, _grain, new GrainState<Note>(new Note()))
        );

        (await ReadAsync()).RecordExists.ShouldBeTrue();
    }

    [Fact]
    public async Task After_a_clear_the_state_can_be_written_again_and_old_versions_stay_refused()
    {
        var state = await WriteAsync(new Note { Text = "one" });
        var stale = await ReadAsync();
        await Storage.ClearStateAsync(StateName, _grain, state);
        await Should.ThrowAsync<InconsistentStateException>(() => Storage.WriteStateAsync(StateName, _grain, stale));

        state.State = new Note { Text = "again" };
        await Storage.WriteStateAsync(StateName, _grain, state);

        state.ETag.ShouldNotBe(stale.ETag);
        await Should.ThrowAsync<InconsistentStateException>(() => Storage.WriteStateAsync(StateName, _grain, stale));
        (await ReadAsync()).State!.Text.ShouldBe("again");
    }

    [Fact]
    public async Task Of_two_writers_on_one_version_exactly_one_wins()
    {
        for (var round = 0; round < 100; round++)
        {
            var current = await ReadAsync();
            var writers = Enumerable
                .Range(0, 2)
                .Select(i => new GrainState<Note>(new Note { Numbers = [round, i] }, current.ETag))
                .ToArray();

            var won = await Task.WhenAll(writers.Select(writer => Task.Run(() => TryWriteAsync(writer))));

            won.Count(success => success).ShouldBe(1);
            (await ReadAsync()).ETag.ShouldBe(writers[Array.IndexOf(won, true)].ETag);
        }
    }

    [Fact]
    public async Task States_grains_and_types_are_kept_apart()
    {
        var key = _grain.Key.ToString();
        var places = new[]
        {
            (State: "a", Grain: _grain),
            (State: "b", Grain: _grain),
            (State: "A", Grain: _grain),
            (State: "a", Grain: GrainId.Create("contract2", key)),
            (State: "a", Grain: GrainId.Create("contract", key + "2")),
        };
        foreach (var (state, grain) in places)
            await Storage.WriteStateAsync(state, grain, new GrainState<Note>(new Note { Text = state + grain }));

        foreach (var (state, grain) in places)
            (await ReadAsync(state, grain)).State!.Text.ShouldBe(state + grain);
    }

    [Theory]
    [InlineData("Ærøskøbing æøå", "ÆRØSKØBING ÆØÅ")]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("a\0b", "a\0c")]
    [InlineData("x", "x ")]
    [InlineData("a/b", "a//b")]
    [InlineData("'; DROP TABLE grain_state; --", "%_*?[]\"\\")]
    [InlineData("\U0001F600", "\U0001F601")]
    public async Task Keys_are_taken_as_they_are(string one, string other)
    {
        var prefix = _grain.Key.ToString();
        await Storage.WriteStateAsync(StateName, GrainId.Create("contract", prefix + one), new GrainState<Note>(new Note { Text = one }));
        await Storage.WriteStateAsync(
            StateName,
            GrainId.Create("contract", prefix + other),
            new GrainState<Note>(new Note { Text = other })
        );

        (await ReadAsync(StateName, GrainId.Create("contract", prefix + one))).State!.Text.ShouldBe(one);
        (await ReadAsync(StateName, GrainId.Create("contract", prefix + other))).State!.Text.ShouldBe(other);
    }

    [Fact]
    public async Task A_null_state_is_read_back_as_new()
    {
        var written = await WriteAsync(null);

        var read = await ReadAsync();

        read.State.ShouldNotBeNull().Text.ShouldBe("");
        read.ETag.ShouldBe(written.ETag);
    }

    [Fact]
    public async Task A_read_sees_every_write_that_was_acknowledged()
    {
        await Parallel.ForAsync(
            0,
            500,
            async (i, _) =>
            {
                var grain = GrainId.Create("contract", _grain.Key + i.ToString(CultureInfo.InvariantCulture));
                var state = new GrainState<Note>(new Note { Numbers = [i] });
                await Storage.WriteStateAsync(StateName, grain, state);
                (await ReadAsync(StateName, grain)).ETag.ShouldBe(state.ETag);
            }
        );
    }

    private async Task<GrainState<Note>> WriteAsync(Note? note)
    {
        var state = new GrainState<Note>(note);
        await Storage.WriteStateAsync(StateName, _grain, state);
        return state;
    }

    private async Task<bool> TryWriteAsync(GrainState<Note> state)
    {
        try
        {
            await Storage.WriteStateAsync(StateName, _grain, state);
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }

    private Task<GrainState<Note>> ReadAsync() => ReadAsync(StateName, _grain);

    private async Task<GrainState<Note>> ReadAsync(string stateName, GrainId grain)
    {
        var state = new GrainState<Note>();
        await Storage.ReadStateAsync(stateName, grain, state);
        return state;
    }
}
