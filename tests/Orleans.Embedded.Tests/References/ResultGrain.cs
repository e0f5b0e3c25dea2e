namespace Orleans.Embedded.Tests.References;

public interface IResultGrain : IGrainWithStringKey
{
    Task<string?> Nothing();

    Task<int?> NoNumber();

    Task<string?> Echo(string? text);

    ValueTask Touch();

    ValueTask<int> Touches();

    ValueTask<int> TouchesLater();
}

public sealed class ResultGrain : Grain, IResultGrain
{
    private int _touches;

    public Task<string?> Nothing() => Task.FromResult<string?>(null);

    public Task<int?> NoNumber() => Task.FromResult<int?>(null);

    public Task<string?> Echo(string? text) => Task.FromResult(text);

    public ValueTask Touch()
    {
        _touches++;
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> Touches() => new(_touches);

    public async ValueTask<int> TouchesLater()
    {
        await Task.Yield();
        return _touches;
    }
}
