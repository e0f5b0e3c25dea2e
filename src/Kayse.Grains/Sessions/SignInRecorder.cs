using Kayse.Grains.Errors;
using Kayse.Grains.State;

namespace Kayse.Grains.Sessions;

/// <summary>
/// Takes sign-ins and failures for a company's history, which is loaded when it is first needed. They wait in memory,
/// so that many share a write. After a crash the sign-ins are found again in the list of live sessions; only failures
/// of the last seconds are lost.
/// </summary>
internal sealed class SignInRecorder(GrainRecords records, CompanySessionList live, Action onFailure) : IDisposable
{
    // Beyond this many failures in a few seconds the history needs no exact number.
    private const int MaxWaitingFailures = 10_000;

    private readonly SemaphoreSlim _gate = new(1);
    private SignInHistory? _history;
    private List<LiveSession> _started = [];
    private List<SignInFailed> _failed = [];

    /// <summary>Whether all that it took is on disk in the history.</summary>
    public bool IsSaved => _started.Count == 0 && _failed.Count == 0 && _history is null or { IsSaved: true };

    public void Add(LiveSession session) => _started.Add(session);

    public void Add(SignInFailed failed)
    {
        if (_failed.Count < MaxWaitingFailures)
            _failed.Add(failed);
    }

    /// <summary>
    /// Does something with the history once it has everything that was added; nobody else uses it meanwhile.
    /// </summary>
    public async Task UseHistoryAsync(Func<SignInHistory, Task> work)
    {
        await _gate.WaitAsync();
        try
        {
            _history ??= await LoadAsync();
            await AddWaitingAsync(_history);
            await work(_history);
        }
        catch (Exception exception) when (exception is not RefusedException)
        {
            // What is in memory may be other than what is stored.
            _history = null;
            onFailure();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<SignInHistory> LoadAsync()
    {
        var history = new SignInHistory(records);
        await history.LoadAsync();
        var waiting = _started.Select(session => session.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var missing in await history.FindMissingAsync(live.All.Where(session => !waiting.Contains(session.Id)).ToList()))
            history.Add(missing);
        return history;
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
}
