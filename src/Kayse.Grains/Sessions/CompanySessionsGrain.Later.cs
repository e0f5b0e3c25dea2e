using Kayse.Grains.Errors;
using Microsoft.Extensions.Logging;

namespace Kayse.Grains.Sessions;

/// <remarks>
/// A sign-in waits for the list of live sessions alone to be stored. The history is made from it seconds later, many
/// sign-ins at once, and after a crash from what is in the list and not yet there; only failures of those seconds are
/// forgotten.
/// </remarks>
internal sealed partial class CompanySessionsGrain
{
    private const string Tidy = "tidy";

    // Of more failures than this in these seconds the history needs no exact number.
    private const int MostWaiting = 10_000;
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _lastActiveEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _tidyEvery = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _historyGate = new(1);
    private readonly Func<SignInHistory> _newHistory;
    private SignInHistory? _history;
    private List<LiveSession> _started = [];
    private List<SignInFailed> _failed = [];
    private IGrainTimer? _tidying;
    private IGrainTimer? _savingLastActive;
    private bool _willTidy;
    private bool _willSaveLastActive;

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await TryAsync(TidyAsync);
        await TryAsync(_lastActive.FlushAsync);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await TidyAsync();
        await WithHistoryAsync(history => history.DropOldAsync(Now));
        if (_live.All.Any())
            return;
        await WithHistoryAsync(async history =>
        {
            if (!history.IsEmpty)
                return;
            await StopReminderAsync(Tidy);
            await history.SetWillTidyAsync(false);
        });
    }

    public void Dispose() => _historyGate.Dispose();

    private async Task TidyAsync()
    {
        _willTidy = false;
        var ended = _live.Ended(Now);
        if (_started.Count > 0 || _failed.Count > 0 || _history is { IsSaved: false })
            await WithHistoryAsync(SaveAsync);
        // What ended before the history was brought up to date is in it.
        await _live.RemoveAsync(ended);
    }

    private async Task SaveAsync(SignInHistory history)
    {
        await history.SaveAsync();
        if (history.WillTidy)
            return;
        await this.RegisterOrUpdateReminder(Tidy, _tidyEvery, _tidyEvery);
        await history.SetWillTidyAsync(true);
    }

    /// <summary>
    /// Does something with the history once it has all that has happened; nobody else touches it meanwhile.
    /// </summary>
    private async Task WithHistoryAsync(Func<SignInHistory, Task> work)
    {
        await _historyGate.WaitAsync();
        try
        {
            _history ??= await LoadHistoryAsync();
            await AddWaitingAsync(_history);
            await work(_history);
        }
        catch (Exception exception) when (exception is not RefusedException)
        {
            // What is in memory may be other than what is stored.
            _history = null;
            DeactivateOnIdle();
            throw;
        }
        finally
        {
            _historyGate.Release();
        }
    }

    private async Task AddWaitingAsync(SignInHistory history)
    {
        var (started, failed) = (_started, _failed);
        (_started, _failed) = ([], []);
        foreach (var session in started)
            history.Add(session);
        foreach (var failure in failed)
            await history.AddAsync(failure);
    }

    private async Task<SignInHistory> LoadHistoryAsync()
    {
        var history = _newHistory();
        await history.LoadAsync();
        foreach (
            var missing in await history.MissingAsync(
                _live.All.ExceptBy(_started.Select(session => session.Id), session => session.Id, StringComparer.Ordinal)
            )
        )
            history.Add(missing);
        return history;
    }

    private void TidyLater()
    {
        if (_willTidy)
            return;
        _willTidy = true;
        (_tidying ??= NewTimer(TidyAsync)).Change(_soon, Timeout.InfiniteTimeSpan);
    }

    private void SaveLastActiveLater()
    {
        if (_willSaveLastActive)
            return;
        _willSaveLastActive = true;
        (_savingLastActive ??= NewTimer(SaveLastActiveAsync)).Change(_lastActiveEvery, Timeout.InfiniteTimeSpan);
    }

    private Task SaveLastActiveAsync()
    {
        _willSaveLastActive = false;
        return _lastActive.FlushAsync();
    }

    private IGrainTimer NewTimer(Func<Task> work) =>
        this.RegisterGrainTimer(
            () => TryAsync(work),
            new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { Interleave = true }
        );

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            // The write failed: this activation ends, and the next makes good what it finds.
            _logger.LogError(exception, "What company {CompanyId} knows of its sessions could not be stored.", Key);
        }
    }
}
