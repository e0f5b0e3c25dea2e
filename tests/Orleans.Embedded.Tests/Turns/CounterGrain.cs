namespace Orleans.Embedded.Tests.Turns;

public interface ICounterGrain : IGrainWithStringKey
{
    /// <summary>Reads, awaits, writes: loses updates as soon as two of these overlap. Answers the new value.</summary>
    Task<int> Increment();

    Task<int> Value();

    Task Append(int number);

    Task<int[]> Appended();
}

public sealed class CounterGrain : Grain, ICounterGrain
{
    private readonly List<int> _appended = [];
    private int _value;

    public async Task<int> Increment()
    {
        var value = _value;
        await Task.Yield();
        if (value % 100 == 0)
            await Task.Delay(1);
        return _value = value + 1;
    }

    public Task<int> Value() => Task.FromResult(_value);

    public async Task Append(int number)
    {
        await Task.Yield();
        _appended.Add(number);
    }

    public Task<int[]> Appended() => Task.FromResult(_appended.ToArray());
}
