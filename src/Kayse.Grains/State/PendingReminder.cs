namespace Kayse.Grains.State;

/// <summary>
/// The one reminder by which a grain resumes what a crash interrupted, even if nobody calls it again. It is registered
/// before the first write that has something pending, and left until it comes and finds nothing to do: so changes in
/// quick succession share it. Safe in a reentrant grain.
/// </summary>
/// <param name="register">Registers the reminder.</param>
/// <param name="unregister">Removes it, whether it is there or not.</param>
/// <param name="isNeeded">Whether anything is pending.</param>
internal sealed class PendingReminder(Func<Task> register, Func<Task> unregister, Func<bool> isNeeded)
{
    public const string Name = "pending-steps";
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private bool _isRegistered;
    private Task _last = Task.CompletedTask;

    /// <summary>On disk when the task completes.</summary>
    public Task EnsureAsync() => _isRegistered ? Task.CompletedTask : InTurnAsync(RegisterAsync);

    /// <summary>Removes the reminder unless something is pending; to be called when it comes.</summary>
    public Task RemoveIfDoneAsync() => InTurnAsync(UnregisterAsync);

    private async Task RegisterAsync()
    {
        if (_isRegistered)
            return;
        await register();
        _isRegistered = true;
    }

    private async Task UnregisterAsync()
    {
        if (isNeeded())
            return;
        _isRegistered = false;
        await unregister();
    }

    // One after the other, or a removal would take away the reminder of what arrives meanwhile.
    private Task InTurnAsync(Func<Task> work)
    {
        _last = AfterAsync(_last, work);
        return _last;
    }

    private static async Task AfterAsync(Task last, Func<Task> work)
    {
        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await work();
    }
}
