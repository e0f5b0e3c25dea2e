using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Sso.Oidc;

/// <summary>An app with an identity provider of others, and a name server for the domains of companies.</summary>
public sealed class OidcApp : IAsyncLifetime
{
    public const string RedirectUri = "http://localhost:5080/sso/oidc/callback";

    private static readonly Dictionary<string, object> _accounts = new()
    {
        ["ada"] = AccountOf("ada", "Ada Vale"),
        ["ben"] = AccountOf("ben", "Ben Ito"),
        ["cleo"] = AccountOf("cleo", "Cleo Marsh"),
        ["denied"] = new { email = "denied@firm.example", email_verified = false },
        ["stranger"] = new { email = "stranger@elsewhere.example", email_verified = true },
    };

    public OidcApp() =>
        App = KayseApp.AtPresent(
            ("Kayse:Dns:Servers:0", Dns.Address),
            ("Kayse:Dns:Timeout", "00:00:02"),
            ("Kayse:Outbound:AllowedPrivateHosts:0", "127.0.0.1")
        );

    public LocalNameServer Dns { get; } = new();

    public KayseApp App { get; }

    public OidcPeer Peer { get; private set; } = null!;

    public async Task InitializeAsync() => Peer = await OidcPeer.StartAsync(RedirectUri, _accounts);

    public async Task DisposeAsync()
    {
        Peer.Dispose();
        await App.DisposeAsync();
        await Dns.DisposeAsync();
    }

    private static object AccountOf(string user, string name) =>
        new
        {
            email = $"{user}@firm.example",
            email_verified = true,
            name,
            groups = new[] { "Intake" },
        };
}
