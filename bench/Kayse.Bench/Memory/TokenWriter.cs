namespace Kayse.Bench.Memory;

/// <summary>Writes tokens to a file as they come, so that no list of them is counted as the sessions' memory.</summary>
internal sealed class TokenWriter(string path) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly StreamWriter _file = new(path, append: false);

    public void Write(string token)
    {
        lock (_lock)
            _file.WriteLine(token);
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
