namespace Kayse.Crash.Hosting;

/// <summary>The last lines that a host wrote, and those that report a fault.</summary>
internal sealed class HostLog
{
    private const int Kept = 200;
    private readonly Queue<string> _last = new();
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_last)
                return [.. _faults];
        }
    }

    public void Add(string? line)
    {
        if (line is null)
            return;
        lock (_last)
        {
            if (
                line.StartsWith("fail:", StringComparison.Ordinal)
                || line.StartsWith("crit:", StringComparison.Ordinal)
                || line.StartsWith("Unhandled", StringComparison.Ordinal)
            )
                _faults.Add(line);
            _last.Enqueue(line);
            if (_last.Count > Kept)
                _last.Dequeue();
        }
    }

    public override string ToString()
    {
        lock (_last)
            return string.Join('\n', _last);
    }
}
