namespace Kayse.WebHost.Tests.Testing;

/// <summary>Tests each of which has an app to itself.</summary>
public abstract class OwnAppTests : IAsyncLifetime
{
    protected KayseApp App { get; } = new();

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync() => await App.DisposeAsync();
}
