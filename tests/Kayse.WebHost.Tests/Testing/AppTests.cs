namespace Kayse.WebHost.Tests.Testing;

/// <summary>Tests that have an app to themselves.</summary>
public abstract class AppTests : IAsyncLifetime, IAsyncDisposable
{
    protected KayseApp App { get; } = new();

    public virtual Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
