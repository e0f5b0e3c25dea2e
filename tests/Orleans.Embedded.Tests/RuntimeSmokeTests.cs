using Orleans.Concurrency;

namespace Orleans.Embedded.Tests;

public interface ISmokeGrain : IGrainWithStringKey
{
    Task<int> AddAsync(int amount);

    ValueTask<string?> EchoAsync(string? text, params int[] numbers);

    ValueTask NothingAsync();

    [OneWay]
    Task ForgetAsync();

    [OneWay]
    void Forget();

    [AlwaysInterleave]
    Task<(int Count, string Name)> PeekAsync(CancellationToken token = default);
}

internal sealed class SmokeGrain : Grain, ISmokeGrain
{
    private int _total;

    public Task<int> AddAsync(int amount) => Task.FromResult(_total += amount);

    public ValueTask<string?> EchoAsync(string? text, params int[] numbers) => new(text);

    public ValueTask NothingAsync() => default;

    public Task ForgetAsync() => Task.CompletedTask;

    public void Forget() => _total++;

    public Task<(int Count, string Name)> PeekAsync(CancellationToken token = default) => Task.FromResult((_total, "x"));
}
