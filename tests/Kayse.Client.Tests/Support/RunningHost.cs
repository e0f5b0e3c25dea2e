namespace Kayse.Client.Tests.Support;

/// <summary>The product's web host, listening, for all tests that need a real one.</summary>
public sealed class RunningHost : IAsyncDisposable, IAsyncLifetime
{
    public KayseApp App { get; } = KayseApp.Listening();

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class HostCollection : ICollectionFixture<RunningHost>
{
    public const string Name = "host";
}
