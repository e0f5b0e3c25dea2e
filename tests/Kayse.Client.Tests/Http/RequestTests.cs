using Kayse.Client.Tests.Support;

namespace Kayse.Client.Tests.Http;

/// <summary>What goes to Kayse.</summary>
public sealed class RequestTests
{
    private readonly StubKayse _kayse = new();

    [Fact]
    public async Task Calls_go_to_the_API_below_the_address_with_the_token()
    {
        var client = Clients.Of(_kayse, options => options.Address = new Uri("https://kayse.example/accounts"));

        await client.GetSessionAsync();
        await client.WithToken("s1.other").GetSessionAsync();

        _kayse
            .Requests.Select(request => (request.Path, request.Authorization))
            .ShouldBe([("/accounts/api/v1/session", "Bearer kayse_key"), ("/accounts/api/v1/session", "Bearer s1.other")]);
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_as_far_as_it_is_wanted()
    {
        _kayse
            .Then(_ => StubKayse.Json(PageOf("a", "next+/=")))
            .Then(_ => StubKayse.Json(PageOf("b", "last")))
            .Always(_ => throw new InvalidOperationException("Nobody wants a third page."));

        var read = new List<string>();
        await foreach (var scope in Clients.Of(_kayse).Company("c1").Scopes.ListAsync())
        {
            read.Add(scope.Id);
            if (read.Count == 2)
                break;
        }

        read.ShouldBe(["a", "b"]);
        _kayse
            .Requests.Select(request => request.Path)
            .ShouldBe(["/api/v1/companies/c1/scopes?limit=200", "/api/v1/companies/c1/scopes?limit=200&cursor=next%2B%2F%3D"]);

        static string PageOf(string id, string cursor) =>
            $$"""{"items":[{"id":"{{id}}","name":"N","caseTypes":[],"memberCount":0}],"nextCursor":"{{cursor}}","total":3}""";
    }

    [Fact]
    public async Task Many_checks_are_one_call()
    {
        _kayse
            .ThenFails()
            .Then(_ => StubKayse.Json("""{"results":[{"allowed":true,"reason":"role"},{"allowed":false,"reason":"agent"}]}"""));

        var decisions = await Clients
            .Of(_kayse)
            .AuthorizeAsync([new AuthorizationCheck("crm.access"), new AuthorizationCheck("agents.edit", AgentId: "a1")]);

        decisions.ShouldBe([new(true, "role"), new(false, "agent")]);
        _kayse.Requests[1].Path.ShouldBe("/api/v1/authorize/batch");
        _kayse.Requests[1].Body.ShouldBe("""{"checks":[{"permission":"crm.access"},{"permission":"agents.edit","agentId":"a1"}]}""");
    }

    [Fact]
    public async Task A_filter_is_added_to_the_path()
    {
        _kayse.Always(_ => StubKayse.Json("""{"items":[],"nextCursor":null,"total":0}"""));

        await foreach (
            var _ in Clients.Of(_kayse).Company().Members.ListAsync(new MemberQuery { Search = "a&b", Role = KayseRoles.Admin })
        )
            throw new InvalidOperationException("There is none.");

        _kayse.Requests.Single().Path.ShouldBe("/api/v1/companies/current/members?search=a%26b&role=admin&limit=200");
    }

    [Fact]
    public async Task A_change_holds_what_is_set_and_nothing_else()
    {
        _kayse.Always(_ => StubKayse.Json("""{"id":"c1","name":"Vale Law"}"""));
        var company = Clients.Of(_kayse).Company();

        await company.UpdateAsync(new CompanyChange { Website = null });
        await company.UpdateAsync(new CompanyChange { SeatLimit = 5, Name = "Vale" });

        _kayse.Requests.Select(request => request.Body).ShouldBe(["""{"website":null}""", """{"name":"Vale","seatLimit":5}"""]);
    }

    [Theory]
    [InlineData("../../me", "/api/v1/companies/current/members/..%2F..%2Fme")]
    [InlineData("a?b#c", "/api/v1/companies/current/members/a%3Fb%23c")]
    public async Task An_id_never_leads_to_another_route(string id, string path)
    {
        await Should.ThrowAsync<KayseUnavailableException>(() => Clients.Of(_kayse).Company().Members.GetAsync(id));

        _kayse.Requests.Single().Path.ShouldBe(path);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public void An_id_that_can_be_none_is_refused(string id) =>
        Should.Throw<ArgumentException>(() => Clients.Of(_kayse).Company().Members.DeactivateAsync(id));
}
