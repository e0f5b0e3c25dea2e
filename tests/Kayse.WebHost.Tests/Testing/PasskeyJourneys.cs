using System.Net;
using System.Text.Json;
using Kayse.Testing;

namespace Kayse.WebHost.Tests.Testing;

/// <summary>What people do with passkeys, step by step, over HTTP.</summary>
public static class PasskeyJourneys
{
    /// <summary>Adds a passkey; returns the person with the session's new token.</summary>
    public static async Task<Person> AddAsync(this KayseApp app, Person person, SoftwarePasskey passkey, string name = "Laptop")
    {
        var options = await app.CreationOptionsAsync(person);
        var added = await app.Client(person.Token).PostAsync("me/passkeys", new { name, response = passkey.Create(options) });
        return person with { Token = added.ShouldBe(HttpStatusCode.Created).At("session.token") };
    }

    public static async Task<JsonElement> CreationOptionsAsync(this KayseApp app, Person person) =>
        ElementOf(await app.Client(person.Token).PostAsync("me/passkeys/options"));

    public static async Task<JsonElement> SignInOptionsAsync(this KayseApp app) =>
        ElementOf(await app.Client().PostAsync("auth/passkey/options"));

    public static async Task<JsonElement> SecondFactorOptionsAsync(this KayseApp app, string ticket) =>
        ElementOf(await app.Client().PostAsync("auth/two-factor/passkey-options", new { ticket }));

    public static async Task<JsonElement> StepUpOptionsAsync(this KayseApp app, string token) =>
        ElementOf(await app.Client(token).PostAsync("auth/step-up/passkey-options"));

    /// <summary>Signs in with a passkey alone.</summary>
    public static async Task<ApiAnswer> SignInAsync(this KayseApp app, SoftwarePasskey passkey, string? from = null)
    {
        var response = passkey.Use(await app.SignInOptionsAsync());
        return from is null
            ? await app.Client().PostAsync("auth/passkey", new { response })
            : await app.Client().PostAsync("auth/passkey", new { response }, (KayseApp.RemoteAddressHeader, from));
    }

    private static JsonElement ElementOf(ApiAnswer answer) => JsonDocument.Parse(answer.ShouldBe(HttpStatusCode.OK).Text).RootElement;
}
