using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Passkeys;

/// <summary>The host that tests of passkeys and second factors share.</summary>
[CollectionDefinition(Name)]
public sealed class PasskeyScene : ICollectionFixture<PasskeyScene>, IAsyncLifetime
{
    public const string Name = "Passkeys";

    public KayseApp App { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await App.DisposeAsync();
}
