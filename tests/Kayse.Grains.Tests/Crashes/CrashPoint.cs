namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// Where a silo "dies": of its writes so many reach the disk, and no other does until it is started again. What was
/// said or done in memory meanwhile is lost with the process, as after a crash at that point.
/// </summary>
internal sealed class CrashPoint
{
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(30);
    private int _left = int.MaxValue;
    private bool _isOvertaken;
    private TaskCompletionSource? _overtaking;
    private TaskCompletionSource _another = new();

    /// <summary>Whether a write has failed.</summary>
    public bool HasHappened { get; private set; }

    /// <summary>
    /// Whether another write was lost with the first, so that it could as well have been the one that made it; known once
    /// <see cref="SeeWhetherOvertakenAsync"/> has been awaited.
    /// </summary>
    public bool CanBeOvertaken { get; private set; }

    /// <summary>Awaited before a grain's reminder is read: holds up whoever reads it.</summary>
    public Func<Task> ReadingReminder { get; set; } = () => Task.CompletedTask;

    /// <summary>Told of each state that has been written; nobody by default.</summary>
    public Action<string, GrainId, object?> Written { get; set; } = (_, _, _) => { };

    /// <summary>How many reminders were removed.</summary>
    public int RemovedReminders { get; set; }

    /// <summary>
    /// Dies after that many writes. Overtaken: of the first that is lost and one that was under way with it, it was the
    /// other that made it.
    /// </summary>
    public void After(int writes, bool isOvertaken)
    {
        HasHappened = false;
        _isOvertaken = isOvertaken;
        _overtaking = null;
        _another = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        CanBeOvertaken = false;
        _left = writes;
    }

    /// <summary>Waits as long as a write that is overtaken would.</summary>
    public async Task SeeWhetherOvertakenAsync()
    {
        await Task.WhenAny(_another.Task, Task.Delay(_patience));
        CanBeOvertaken = _another.Task.IsCompleted;
    }

    /// <summary>Started again: every write reaches the disk.</summary>
    public void Never() => _left = int.MaxValue;

    /// <summary>Called before each write; throws when it is lost.</summary>
    public async Task WriteAsync()
    {
        var left = Interlocked.Decrement(ref _left);
        if (left >= 0)
            return;
        HasHappened = true;
        if (left < -1)
            _another.TrySetResult();
        if (_isOvertaken && left == -1)
        {
            _overtaking = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await Task.WhenAny(_overtaking.Task, Task.Delay(_patience));
            _isOvertaken = false;
        }
        else if (_isOvertaken && left == -2)
        {
            _overtaking?.TrySetResult();
            return;
        }

        throw new IOException("The process is dead.");
    }
}
