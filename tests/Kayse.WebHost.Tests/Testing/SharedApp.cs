namespace Kayse.WebHost.Tests.Testing;

/// <summary>One app for all tests of a class, each of which has people and companies of its own.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    public KayseApp App { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await App.DisposeAsync();
}
