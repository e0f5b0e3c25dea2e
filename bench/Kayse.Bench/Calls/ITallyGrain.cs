namespace Kayse.Bench.Calls;

/// <summary>As little as a grain can be: no state in storage, no constructor, one field.</summary>
[Alias("kayse.bench.tally")]
internal interface ITallyGrain : IGrainWithStringKey
{
    [Alias("add")]
    ValueTask<int> AddAsync(int amount);
}

[GrainType("bench-tally")]
internal sealed class TallyGrain : Grain, ITallyGrain
{
    private int _total;

    public ValueTask<int> AddAsync(int amount) => new(_total += amount);
}
