namespace Orleans.Embedded.Tests.Context;

public interface IContextGrain : IGrainWithStringKey
{
    /// <summary>What the grain sees under the key, before and after an await.</summary>
    Task<string[]> See(string key);

    /// <summary>What a grain sees that this one calls.</summary>
    Task<string[]> SeeBeyond(string key);

    /// <summary>What this grain sees after it has called one that sets the key.</summary>
    Task<string[]> SeeAfter(string key, string value);

    Task Set(string key, string value);

    /// <summary>As <see cref="Set"/>, in a method without an await.</summary>
    Task SetAtOnce(string key, string value);

    [Concurrency.OneWay]
    Task NoteSeen(string key);

    /// <summary>What the grain saw under <c>who</c> when it was activated.</summary>
    Task<string> SeenAtActivation();

    /// <summary>Starts a timer that notes once what it sees.</summary>
    Task<DateTimeOffset> StartTimer(string key, TimeSpan due);
}

public sealed class ContextGrain(Journal journal, TestClock clock) : Grain, IContextGrain
{
    private string? _atActivation;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _atActivation = Seen("who");
        return Task.CompletedTask;
    }

    public async Task<string[]> See(string key)
    {
        var before = Seen(key);
        await Task.Delay(1);
        return [before, Seen(key)];
    }

    public Task<string[]> SeeBeyond(string key) => Other().See(key);

    public async Task<string[]> SeeAfter(string key, string value)
    {
        await Other().Set(key, value);
        await Other().SetAtOnce(key, value);
        return [Seen(key)];
    }

    public async Task Set(string key, string value)
    {
        RequestContext.Set(key, value);
        await Task.Yield();
        Seen(key).ShouldBe(value);
    }

    public Task SetAtOnce(string key, string value)
    {
        RequestContext.Set(key, value);
        return Task.CompletedTask;
    }

    public Task NoteSeen(string key)
    {
        journal.Note($"seen {Seen(key)}");
        return Task.CompletedTask;
    }

    public Task<string> SeenAtActivation() => Task.FromResult(_atActivation!);

    public Task<DateTimeOffset> StartTimer(string key, TimeSpan due)
    {
        this.RegisterGrainTimer(() => NoteSeen(key), due, Timeout.InfiniteTimeSpan);
        return Task.FromResult(clock.Now);
    }

    private static string Seen(string key) => RequestContext.Get(key) as string ?? "nothing";

    private IContextGrain Other() => GrainFactory.GetGrain<IContextGrain>($"beyond {this.GetPrimaryKeyString()}");
}
