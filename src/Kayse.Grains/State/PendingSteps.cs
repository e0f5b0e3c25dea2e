using Kayse.Grains.Errors;

namespace Kayse.Grains.State;

/// <summary>
/// Work that has to follow from a change and must survive a crash. The steps are stored in the same write as the
/// change, executed in order, and taken off the list; whatever interrupts them, the next activation or the reminder
/// resumes. Every step may be executed again, so each has to be idempotent and to carry all that it needs.
/// </summary>
/// <param name="reminder">The grain's one reminder for pending work.</param>
/// <param name="read">The steps that are stored.</param>
/// <param name="remove">Takes steps off the list. It may leave the write to the grain's next where repeating them would
/// do no harm.</param>
/// <param name="execute">Executes a step. A refusal ends it: it leaves the list, and what it was for is undone.</param>
/// <param name="onFault">Ends the activation, which no longer knows where it stands.</param>
internal sealed class PendingSteps<TStep>(
    PendingReminder reminder,
    Func<IReadOnlyList<TStep>> read,
    Func<IReadOnlyCollection<TStep>, Task> remove,
    Func<TStep, Task<StepResult>> execute,
    Action onFault
)
    where TStep : class
{
    // Steps that this activation has executed and that somebody else has to take off the list.
    private readonly HashSet<TStep> _waiting = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Stores a change with its steps and executes them. A refusal of a step goes to the caller once the others are
    /// done.
    /// </summary>
    /// <param name="pending">The steps that the write stores, old and new.</param>
    /// <param name="write">A single write of the change and the steps.</param>
    public async Task SaveAsync(IReadOnlyList<TStep> pending, Func<Task> write)
    {
        await StoreAsync(pending, write);
        await ExecuteAsync();
    }

    /// <summary>
    /// Stores steps and leaves them to the next save, resumption or <see cref="ExecuteAsync"/>: those that clean up
    /// after work which is about to begin.
    /// </summary>
    public async Task StoreAsync(IReadOnlyList<TStep> pending, Func<Task> write)
    {
        if (pending.Count > 0)
            await reminder.EnsureAsync();
        await write();
    }

    /// <summary>Executes the steps that are stored; a refusal goes to the caller.</summary>
    public async Task ExecuteAsync()
    {
        if (await ExecuteAllAsync() is { } refused)
            throw refused;
    }

    /// <summary>Executes what an earlier activation could not finish; to be called on activation and by the reminder.</summary>
    public async Task ResumeAsync()
    {
        _waiting.Clear();
        // Nobody waits for the answer any more, so a refusal has nobody to go to.
        await ExecuteAllAsync();
    }

    private async Task<RefusedException?> ExecuteAllAsync()
    {
        try
        {
            return await ExecuteInOrderAsync();
        }
        catch
        {
            onFault();
            throw;
        }
    }

    private async Task<RefusedException?> ExecuteInOrderAsync()
    {
        var done = new HashSet<TStep>(ReferenceEqualityComparer.Instance);
        RefusedException? firstRefusal = null;
        // Read again after each step, as one may add others.
        while (read().FirstOrDefault(step => !done.Contains(step) && !_waiting.Contains(step)) is { } next)
        {
            try
            {
                (await execute(next) == StepResult.Done ? done : _waiting).Add(next);
            }
            catch (RefusedException refused)
            {
                done.Add(next);
                firstRefusal ??= refused;
            }
        }

        var left = read();
        _waiting.RemoveWhere(step => !left.Contains(step));
        if (left.Any(done.Contains))
            await remove(done);
        return firstRefusal;
    }
}
