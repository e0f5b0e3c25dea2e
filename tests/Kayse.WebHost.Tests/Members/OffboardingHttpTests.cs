using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Members;

/// <summary>ME-4: what ended when a member lost their access, and what is left to reassign.</summary>
public sealed class OffboardingHttpTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;
    private Person _ben = null!;
    private ApiClient _admin = null!;

    private string Ben => $"companies/current/members/{_ben.UserId}";

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _admin = App.Client(_owner.Token);
        _ben = await App.JoinAsync(_owner, "user", "members.invite");
    }

    [Fact]
    public async Task It_counts_what_ended_in_this_company_only()
    {
        var other = await App.SignUpAsync();
        await App.WorksAlsoInAsync(_ben, other);
        var elsewhere = await App.SignInAsync(_ben.Email);
        var switched = await App.Client(elsewhere.Token).PostAsync("session/company", new { companyId = other.CompanyId });
        await MakeKeyAsync(App.Client(switched.ShouldBe(HttpStatusCode.OK).At("session.token")));
        await MakeKeyAsync(App.Client(_ben.Token));
        await App.InviteAsync(_ben, Journeys.NewEmail("invited"));
        await App.SignInAsync(_ben.Email);

        await DoAsync("deactivate");

        var offboarding = await OffboardingAsync();
        offboarding["fullName"]!.GetValue<string>().ShouldBe("Ben Ito");
        offboarding["status"]!.GetValue<string>().ShouldBe("deactivated");
        offboarding["by"]!.ToJsonString().ShouldBe($$"""{"userId":"{{_owner.UserId}}","fullName":"Ada Vale"}""");
        Ended(offboarding).ShouldBe(["session 2", "api_key 1", "invitation 1"]);
        (await App.Client(other.Token).GetAsync($"{Ben}/offboarding")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task What_is_left_to_reassign_disappears_as_others_get_it()
    {
        var scope = (await _admin.PostAsync("companies/current/scopes", new { name = "Injuries", caseTypes = new[] { "Car crash" } })).At(
            "id"
        );
        var access = new
        {
            caseAccess = "assigned",
            scopeIds = new[] { scope },
            agentAccess = "assigned",
            agentIds = new[] { "agent-7" },
        };
        (await _admin.PatchAsync(Ben, access)).ShouldBe(HttpStatusCode.OK);
        var cleo = await App.JoinAsync(_owner);

        (await _admin.DeleteAsync(Ben)).ShouldBe(HttpStatusCode.NoContent);

        var left = (await OffboardingAsync())["left"]!;
        left.ToJsonString().ShouldBe($$"""{"agentIds":["agent-7"],"scopes":[{"id":"{{scope}}","name":"Injuries"}]}""");
        var browser = App.Browser(_owner);
        (await browser.GetAsync($"/settings/staff/{_ben.UserId}/offboarding")).ShouldBe(HttpStatusCode.OK).ShouldSay("Injuries");
        (await _admin.PatchAsync($"companies/current/members/{cleo.UserId}", access)).ShouldBe(HttpStatusCode.OK);
        (await OffboardingAsync())["left"]!.ToJsonString().ShouldBe("""{"agentIds":[],"scopes":[]}""");
    }

    [Fact]
    public async Task Reactivating_ends_it_and_another_deactivation_begins_it_anew()
    {
        await IsNotFoundAsync(_ben.UserId);
        await DoAsync("deactivate");
        await DoAsync("reactivate");
        await IsNotFoundAsync(_ben.UserId);
        await DoAsync("deactivate");
        Ended(await OffboardingAsync()).ShouldBeEmpty("nobody has signed in since");
        await IsNotFoundAsync("00000000000000000000000000000000");
    }

    [Fact]
    public async Task What_ended_when_they_were_deactivated_stays_when_they_are_removed()
    {
        await DoAsync("deactivate");
        (await _admin.DeleteAsync(Ben)).ShouldBe(HttpStatusCode.NoContent);
        var offboarding = await OffboardingAsync();
        offboarding["status"]!.GetValue<string>().ShouldBe("removed");
        Ended(offboarding).ShouldBe(["session 1"]);
    }

    [Fact]
    public async Task Whoever_leaves_does_it_themselves()
    {
        (await App.Client(_ben.Token).PostAsync("me/companies/current/leave")).ShouldBe(HttpStatusCode.NoContent);
        (await OffboardingAsync())["by"]!.ToJsonString().ShouldBe($$"""{"userId":"{{_ben.UserId}}","fullName":null}""");
    }

    [Fact]
    public async Task The_console_leads_to_it_from_what_was_just_done()
    {
        var browser = App.Browser(_owner);
        var home = $"/settings/staff/{_ben.UserId}";

        var done = await browser.SubmitAsync($"{home}/deactivate", "deactivate");
        done.ShouldSay("See what is left to reassign");
        (await browser.GetAsync($"{home}/offboarding"))
            .ShouldBe(HttpStatusCode.OK)
            .ShouldSay("1 session")
            .ShouldSay("by Ada Vale")
            .ShouldSay("Cases and campaigns are reassigned in their own services");
        (await browser.SubmitAsync($"{home}/remove", "remove", ("confirmName", "Ben Ito")))
            .ShouldBeAt("/settings/staff")
            .ShouldSay("See what is left to reassign");
        (await browser.GetAsync($"{home}/offboarding")).ShouldSay("You can invite them again.");
    }

    private static async Task MakeKeyAsync(ApiClient client) =>
        (await client.PostAsync("me/api-keys", new { name = "sync", permissions = new[] { "read" } })).ShouldBe(HttpStatusCode.Created);

    private static IEnumerable<string> Ended(JsonNode offboarding) =>
        offboarding["ended"]!.AsArray().Select(ended => $"{ended!["kind"]} {ended["count"]}");

    private async Task DoAsync(string act) => (await _admin.PostAsync($"{Ben}/{act}")).ShouldBe(HttpStatusCode.NoContent);

    private async Task<JsonNode> OffboardingAsync() => (await _admin.GetAsync($"{Ben}/offboarding")).ShouldBe(HttpStatusCode.OK).Json;

    private async Task IsNotFoundAsync(string userId) =>
        (await _admin.GetAsync($"companies/current/members/{userId}/offboarding")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
}
