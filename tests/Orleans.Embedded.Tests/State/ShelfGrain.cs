namespace Orleans.Embedded.Tests.State;

/// <summary>Three records: two in one storage, and one of the same name in another.</summary>
public interface IShelfGrain : IGrainWithStringKey
{
    Task Write(string left, string right, string elsewhere);

    Task ClearLeft();

    Task<string[]> Read();

    Task Leave();
}

public sealed class ShelfGrain(
    [PersistentState("left")] IPersistentState<Page> left,
    [PersistentState("right")] IPersistentState<Page> right,
    [PersistentState("left", TestSilo.OtherStorage)] IPersistentState<Page> elsewhere) : Grain, IShelfGrain
{
    public async Task Write(string left1, string right1, string elsewhere1)
    {
        left.State = new Page { Text = left1 };
        right.State = new Page { Text = right1 };
        elsewhere.State = new Page { Text = elsewhere1 };
        await left.WriteStateAsync();
        await right.WriteStateAsync();
        await elsewhere.WriteStateAsync();
    }

    public Task ClearLeft() => left.ClearStateAsync();

    public Task<string[]> Read() => Task.FromResult(new[] { left.State.Text, right.State.Text, elsewhere.State.Text });

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
