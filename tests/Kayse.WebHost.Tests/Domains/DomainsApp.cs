using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Domains;

/// <summary>An app that asks a name server of its own.</summary>
public sealed class DomainsApp : IAsyncLifetime
{
    public DomainsApp() => App = new KayseApp(("Kayse:Dns:Servers:0", Dns.Address), ("Kayse:Dns:Timeout", "00:00:02"));

    public LocalNameServer Dns { get; } = new();

    public KayseApp App { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Dns.DisposeAsync();
    }
}
