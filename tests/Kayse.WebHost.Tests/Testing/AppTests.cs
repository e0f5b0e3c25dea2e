namespace Kayse.WebHost.Tests.Testing;

/// <summary>
/// Tests that share an app with the others of their class: each signs up people and companies of its own, and may find
/// those of others and a clock that has moved.
/// </summary>
public abstract class AppTests(SharedApp shared) : IClassFixture<SharedApp>, IAsyncLifetime
{
    protected KayseApp App => shared.App;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync() => Task.CompletedTask;
}
