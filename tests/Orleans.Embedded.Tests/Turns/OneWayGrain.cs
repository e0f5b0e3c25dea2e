using Orleans.Concurrency;

namespace Orleans.Embedded.Tests.Turns;

public interface IOneWayGrain : IGrainWithStringKey
{
    [OneWay]
    Task Hold(string gate);

    [OneWay]
    Task Fail();

    [OneWay]
    Task FailAtOnce();

    [OneWay]
    Task Append(int number);

    Task<int[]> Appended();
}

public sealed class OneWayGrain(Journal journal, Gates gates) : Grain, IOneWayGrain
{
    private readonly List<int> _appended = [];

    public async Task Hold(string gate)
    {
        await gates.Pass(gate);
        journal.Note($"passed {gate}");
    }

    public async Task Fail()
    {
        await Task.Yield();
        journal.Note("failing");
        throw new InvalidOperationException("Nobody hears this.");
    }

    public Task FailAtOnce()
    {
        journal.Note("failing");
        throw new InvalidOperationException("Nobody hears this.");
    }

    public async Task Append(int number)
    {
        await Task.Yield();
        _appended.Add(number);
    }

    public Task<int[]> Appended() => Task.FromResult(_appended.ToArray());
}
