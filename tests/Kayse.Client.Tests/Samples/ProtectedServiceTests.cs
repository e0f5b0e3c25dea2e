using System.Net;
using System.Text.Json.Nodes;
using Kayse.Client.Tests.Support;

namespace Kayse.Client.Tests.Samples;

/// <summary>The samples of services that Kayse protects, against a real host.</summary>
[Collection(HostCollection.Name)]
public sealed class ProtectedServiceTests(RunningHost host)
{
    private readonly KayseApp _app = host.App;

    [Theory]
    [InlineData("ProtectedService")]
    [InlineData("protected-service-node")]
    public async Task It_knows_its_callers_and_forgets_them_when_they_are_revoked(string sample)
    {
        using var service = await SampleService.StartAsync(sample, _app.Address!);
        var owner = await _app.SignUpAsync();
        var clerk = await _app.JoinAsync(owner, "user");
        var trusted = await _app.JoinAsync(owner, "user", "crm.access");

        (await service.GetAsync("/", null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.GetAsync("/", "s1.made-up")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var known = await service.GetAsync("/", clerk.Token);
        known.StatusCode.ShouldBe(HttpStatusCode.OK);
        var caller = JsonNode.Parse(await known.Content.ReadAsStringAsync())!;
        caller["name"]!.GetValue<string>().ShouldBe("Ben Ito");
        caller["company"]!.GetValue<string>().ShouldBe("Vale Law");

        (await service.GetAsync("/clients", clerk.Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await service.GetAsync("/clients", trusted.Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await _app.Client(owner.Token).DeleteAsync($"companies/current/sessions/{trusted.SessionId}")).ShouldBe(
            HttpStatusCode.NoContent
        );
        var revoked = await service.GetAsync("/clients", trusted.Token);
        revoked.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        JsonNode.Parse(await revoked.Content.ReadAsStringAsync())!["reason"]!.GetValue<string>().ShouldBe("revoked");
    }

    [Theory]
    [InlineData("ProtectedService")]
    [InlineData("protected-service-node")]
    public async Task Nobody_gets_in_while_Kayse_is_down(string sample)
    {
        using var service = await SampleService.StartAsync(sample, new Uri($"http://127.0.0.1:{Testing.FreePort.Next()}"));

        (await service.GetAsync("/", "s1.secret")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }
}
