using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Retention;

/// <summary>One silo for all tests of a class; each has a company of its own.</summary>
public sealed class RetentionSilo : IAsyncLifetime
{
    internal TestSilo Silo { get; private set; } = null!;

    public async Task InitializeAsync() => Silo = await TestSilo.StartAsync();

    public async Task DisposeAsync() => await Silo.DisposeAsync();
}
