namespace Orleans.Embedded.Tests.References;

[GenerateSerializer]
[Immutable]
[Alias("conformance.Letter")]
public sealed record Letter([property: Id(0)] string Text, [property: Id(1)] IFriendGrain? From);

/// <summary>An interface that several grains share.</summary>
public interface INamed : IGrainWithStringKey
{
    Task<string> Name();
}

public interface IFriendGrain : INamed
{
    /// <summary>Remembers a reference.</summary>
    Task Befriend(IFriendGrain friend);

    /// <summary>Answers the reference.</summary>
    Task<IFriendGrain?> Friend();

    /// <summary>Asks the grain behind the reference.</summary>
    Task<string> NameOfFriend();

    Task<string> NameOf(INamed somebody);

    Task<IFriendGrain> Myself();

    Task<Letter> Forward(Letter letter);

    Task<Guid> Instance();
}

/// <summary>A second interface of the same class.</summary>
public interface IGreeter : IGrainWithStringKey
{
    Task<string> Greet(string? whom);

    Task<string> Greet(string whom, int times);

    Task<Guid> Instance();
}

public sealed class FriendGrain : Grain, IFriendGrain, IGreeter
{
    private readonly Guid _instance = Guid.NewGuid();
    private IFriendGrain? _friend;

    public Task<string> Name() => Task.FromResult($"friend {this.GetPrimaryKeyString()}");

    public Task Befriend(IFriendGrain friend)
    {
        _friend = friend;
        return Task.CompletedTask;
    }

    public Task<IFriendGrain?> Friend() => Task.FromResult(_friend);

    public Task<string> NameOfFriend() => _friend!.Name();

    public Task<string> NameOf(INamed somebody) => somebody.Name();

    public Task<IFriendGrain> Myself() => Task.FromResult(this.AsReference<IFriendGrain>());

    public async Task<Letter> Forward(Letter letter) => new($"{letter.Text} via {await letter.From!.Name()}", this.AsReference<IFriendGrain>());

    public Task<string> Greet(string? whom) => Task.FromResult(whom is null ? "hello" : $"hello {whom}");

    public Task<string> Greet(string whom, int times) => Task.FromResult(string.Concat(Enumerable.Repeat($"hello {whom} ", times)).TrimEnd());

    public Task<Guid> Instance() => Task.FromResult(_instance);
}
