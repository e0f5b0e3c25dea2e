using System.Net;
using System.Text.Json;
using Kayse.Testing;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class PasskeyRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("POST /auth/passkey/options", Audience.Anyone, 200),
            // Nobody has this one.
            new RouteRow("POST /auth/passkey", Audience.Anyone, 401).Sends(_ => new { response = Nobodys() }),
            new RouteRow("POST /auth/two-factor/passkey-options", Audience.Anyone, 410).Sends(_ => new { ticket = "of nobody" }),
            new RouteRow("POST /auth/step-up/passkey-options", Audience.SignedIn, 200),
            new RouteRow("GET /me/passkeys", Audience.SignedIn, 200),
            new RouteRow("POST /me/passkeys/options", Audience.SignedIn, 200),
            new RouteRow("POST /me/passkeys", Audience.SignedIn, 201).Alone().SendsAsync(NewPasskeyAsync),
            // There is none.
            new RouteRow("PATCH /me/passkeys/{id}", Audience.SignedIn, 404).Sends(_ => new { name = "Laptop" }),
            new RouteRow("DELETE /me/passkeys/{id}", Audience.SignedIn, 404),
        ];

    private static async Task<object?> NewPasskeyAsync(AccessCall call)
    {
        var options = await call.Scene.App.Client(call.Person?.Token).PostAsync("me/passkeys/options");
        using var passkey = new SoftwarePasskey();
        return options.Status == HttpStatusCode.OK
            ? new { name = "Laptop", response = passkey.Create(JsonDocument.Parse(options.Text).RootElement) }
            : new { name = "Laptop", response = Nobodys() };
    }

    private static object Nobodys()
    {
        using var passkey = new SoftwarePasskey();
        return passkey.Use("AAAA");
    }
}
