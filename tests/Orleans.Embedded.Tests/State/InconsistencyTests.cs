using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Orleans.Embedded.Tests.State;

/// <summary>Somebody else writes a grain's record, straight into storage.</summary>
public sealed class InconsistencyTests
{
    [Fact]
    public async Task A_write_over_a_newer_record_is_refused_and_the_next_activation_sees_what_is_stored()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<INotebookGrain>();
        await grain.Write("mine").Soon();
        var instance = await grain.Instance();
        await WriteBehind(silo, grain, "theirs");

        await Should.ThrowAsync<InconsistentStateException>(() => grain.Write("mine again").Soon());

        (await grain.Look().Soon()).Text.ShouldBe("theirs");
        (await grain.Instance().Soon()).ShouldNotBe(instance);
        await grain.Write("mine at last").Soon();
    }

    [Fact]
    public async Task A_clear_of_a_newer_record_is_refused()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<INotebookGrain>();
        await grain.Write("mine").Soon();
        await WriteBehind(silo, grain, "theirs");

        await Should.ThrowAsync<InconsistentStateException>(() => grain.Clear().Soon());

        (await grain.Look().Soon()).Text.ShouldBe("theirs");
    }

    [Fact]
    public async Task An_inconsistency_that_a_grain_deals_with_itself_leaves_it_active()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<INotebookGrain>();
        await grain.Write("mine").Soon();
        var instance = await grain.Instance();
        await WriteBehind(silo, grain, "theirs");

        (await grain.TryWrite("mine again").Soon()).ShouldBeFalse();
        (await grain.Reload().Soon()).Text.ShouldBe("theirs");
        (await grain.TryWrite("mine again").Soon()).ShouldBeTrue();

        (await grain.Instance().Soon()).ShouldBe(instance);
    }

    [Fact]
    public async Task Reading_again_sees_what_somebody_else_wrote()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<INotebookGrain>();
        await grain.Write("mine").Soon();
        await WriteBehind(silo, grain, "theirs");

        (await grain.Reload().Soon()).Text.ShouldBe("theirs");
        (await grain.Write("mine again").Soon()).Text.ShouldBe("mine again");
    }

    [Fact]
    public async Task Of_two_that_have_read_one_record_the_second_to_write_is_refused()
    {
        await using var silo = await TestSilo.Start();
        var storage = silo.Services.GetRequiredService<IGrainStorage>();
        var id = GrainId.Create("somebody", "a");
        await storage.WriteStateAsync("page", id, new GrainState<Page>(new Page { Text = "start" }));
        var (one, two) = (new GrainState<Page>(), new GrainState<Page>());
        await storage.ReadStateAsync("page", id, one);
        await storage.ReadStateAsync("page", id, two);
        one.ETag.ShouldBe(two.ETag);

        one.State = new Page { Text = "one" };
        await storage.WriteStateAsync("page", id, one);
        two.State = new Page { Text = "two" };
        var refused = await Should.ThrowAsync<InconsistentStateException>(() => storage.WriteStateAsync("page", id, two));

        refused.StoredEtag.ShouldBe(one.ETag);
        refused.CurrentEtag.ShouldBe(two.ETag);
        await storage.ReadStateAsync("page", id, two);
        two.State.ShouldBe(one.State);
    }

    [Fact]
    public async Task A_record_that_exists_cannot_be_created()
    {
        await using var silo = await TestSilo.Start();
        var storage = silo.Services.GetRequiredService<IGrainStorage>();
        var id = GrainId.Create("somebody", "a");
        await storage.WriteStateAsync("page", id, new GrainState<Page>(new Page { Text = "first" }));

        await Should.ThrowAsync<InconsistentStateException>(() =>
            storage.WriteStateAsync("page", id, new GrainState<Page>(new Page { Text = "second" })));
    }

    private static async Task WriteBehind(TestSilo silo, INotebookGrain grain, string text)
    {
        var storage = silo.Services.GetRequiredService<IGrainStorage>();
        var state = new GrainState<Page>();
        await storage.ReadStateAsync("page", grain.GetGrainId(), state);
        state.State = new Page { Text = text };
        await storage.WriteStateAsync("page", grain.GetGrainId(), state);
    }
}
