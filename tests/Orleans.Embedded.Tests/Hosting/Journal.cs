namespace Orleans.Embedded.Tests.Hosting;

/// <summary>What the grains of one silo did, in order. Tests wait for a note instead of sleeping.</summary>
public sealed class Journal
{
    private readonly Lock _lock = new();
    private readonly List<string> _notes = [];
    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);
    private readonly List<(string Note, int Times, TaskCompletionSource Seen)> _awaited = [];

    public IReadOnlyList<string> Notes
    {
        get
        {
            lock (_lock)
                return [.. _notes];
        }
    }

    public int Count(string note)
    {
        lock (_lock)
            return Times(note);
    }

    public void Note(string note)
    {
        lock (_lock)
        {
            _notes.Add(note);
            _times[note] = Times(note) + 1;
            foreach (var (_, _, seen) in _awaited.FindAll(awaited => awaited.Note == note && Times(note) >= awaited.Times))
                seen.TrySetResult();
        }
    }

    /// <summary>Completes when <paramref name="note"/> has been written so many times.</summary>
    public async Task Has(string note, int times = 1)
    {
        try
        {
            await Noted(note, times).Soon();
        }
        catch (HangException)
        {
            throw new HangException($"Waited for \"{note}\" × {times}; the notes are: {string.Join(" | ", Notes)}");
        }
    }

    private Task Noted(string note, int times)
    {
        lock (_lock)
        {
            if (Times(note) >= times)
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((note, times, seen));
            return seen.Task;
        }
    }

    private int Times(string note) => _times.GetValueOrDefault(note);
}
