using Kayse.Grains.Errors;
using Kayse.Grains.State;

namespace Kayse.Grains.Tests.State;

public sealed class PendingStepsTests
{
    private readonly List<string> _events = [];
    private readonly Dictionary<string, Func<StepResult>> _outcomes = [];
    private readonly PendingReminder _reminder;
    private IReadOnlyList<Step> _stored = [];

    public PendingStepsTests() =>
        _reminder = new PendingReminder(() => NoteAsync("register"), () => NoteAsync("unregister"), () => _stored.Count > 0);

    [Fact]
    public async Task Steps_are_stored_with_the_change_then_executed_in_order_and_removed_with_one_write()
    {
        await SaveAsync(NewActivation(), "a", "b");

        _events.ShouldBe(["register", "write a b", "execute a", "execute b", "remove a b"]);
        _stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_without_steps_is_a_write_and_nothing_else()
    {
        await SaveAsync(NewActivation());

        _events.ShouldBe(["write "]);
    }

    [Fact]
    public async Task Changes_in_quick_succession_share_the_reminder_which_ends_when_it_finds_nothing_pending()
    {
        var steps = NewActivation();
        await SaveAsync(steps, "a");
        await SaveAsync(steps, "b");
        _events.Count(happened => happened == "register").ShouldBe(1);
        await _reminder.RemoveIfDoneAsync();
        await SaveAsync(steps, "c");

        _events[^5..].ShouldBe(["unregister", "register", "write c", "execute c", "remove c"]);
    }

    [Fact]
    public async Task Nothing_is_stored_when_the_reminder_cannot_be_registered()
    {
        var reminder = new PendingReminder(() => throw new IOException(), () => Task.CompletedTask, () => true);

        await Should.ThrowAsync<IOException>(() => SaveAsync(NewActivation(reminder), "a"));

        _events.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fault_ends_the_activation_and_the_next_one_resumes_with_every_step_that_is_stored()
    {
        _outcomes["b"] = () => throw new IOException();
        await Should.ThrowAsync<IOException>(() => SaveAsync(NewActivation(), "a", "b"));
        _events[^1].ShouldBe("deactivate");
        Names(_stored).ShouldBe("a b");
        _outcomes.Clear();
        _events.Clear();

        await NewActivation().ResumeAsync();

        _events.ShouldBe(["execute a", "execute b", "remove a b"]);
    }

    [Fact]
    public async Task The_reminder_stays_while_anything_is_pending()
    {
        _outcomes["a"] = () => throw new IOException();
        await Should.ThrowAsync<IOException>(() => SaveAsync(NewActivation(), "a"));

        await _reminder.RemoveIfDoneAsync();

        _events.ShouldNotContain("unregister");
    }

    [Fact]
    public async Task A_step_that_waits_for_somebody_stays_and_is_executed_again_only_by_the_reminder()
    {
        _outcomes["hint"] = () => StepResult.Waiting;
        var steps = NewActivation();
        await SaveAsync(steps, "hint", "a");
        Names(_stored).ShouldBe("hint");
        await SaveAsync(steps, "b");
        _events.Count(happened => happened == "execute hint").ShouldBe(1);

        await steps.ResumeAsync();

        _events[^1].ShouldBe("execute hint");
        Names(_stored).ShouldBe("hint");
    }

    [Fact]
    public async Task A_refusal_ends_its_step_and_goes_to_the_caller_once_the_others_are_done()
    {
        _outcomes["a"] = () => throw new RefusedException(GeneralErrors.NotFound);

        await Should.ThrowAsync<RefusedException>(() => SaveAsync(NewActivation(), "a", "b"));

        _events.ShouldBe(["register", "write a b", "execute a", "execute b", "remove a b"]);
    }

    [Fact]
    public async Task A_refusal_of_a_resumed_step_goes_to_nobody()
    {
        _stored = [new Step("a")];
        _outcomes["a"] = () => throw new RefusedException(GeneralErrors.NotFound);

        await NewActivation().ResumeAsync();

        _events.ShouldBe(["execute a", "remove a"]);
    }

    [Fact]
    public async Task A_step_may_add_another()
    {
        _outcomes["a"] = () =>
        {
            _stored = _stored.With(new Step("b"));
            return StepResult.Done;
        };

        await SaveAsync(NewActivation(), "a");

        _events.ShouldBe(["register", "write a", "execute a", "execute b", "remove a b"]);
    }

    [Fact]
    public async Task A_step_may_clear_the_list_itself()
    {
        _outcomes["a"] = () =>
        {
            _stored = [];
            return StepResult.Done;
        };

        await SaveAsync(NewActivation(), "a", "b");

        _events.ShouldBe(["register", "write a b", "execute a"]);
    }

    [Fact]
    public void Adding_an_equal_step_does_nothing()
    {
        IReadOnlyList<Step> pending = [new Step("a"), new Step("b")];

        Names(pending.With(new Step("a"), new Step("c"), new Step("c"))).ShouldBe("a b c");
    }

    private PendingSteps<Step> NewActivation(PendingReminder? reminder = null) =>
        new(
            reminder ?? _reminder,
            () => _stored,
            done =>
            {
                _stored = _stored.Without(done);
                return NoteAsync($"remove {Names(done)}");
            },
            step =>
            {
                _events.Add($"execute {step.Name}");
                return Task.FromResult(_outcomes.TryGetValue(step.Name, out var outcome) ? outcome() : StepResult.Done);
            },
            () => _events.Add("deactivate")
        );

    private Task SaveAsync(PendingSteps<Step> steps, params string[] added)
    {
        var next = _stored.With(added.Select(name => new Step(name)));
        return steps.SaveAsync(
            next,
            () =>
            {
                _stored = next;
                return NoteAsync($"write {string.Join(' ', added)}");
            }
        );
    }

    private Task NoteAsync(string happened)
    {
        _events.Add(happened);
        return Task.CompletedTask;
    }

    private static string Names(IEnumerable<Step> steps) => string.Join(' ', steps.Select(step => step.Name));

    private sealed record Step(string Name);
}
