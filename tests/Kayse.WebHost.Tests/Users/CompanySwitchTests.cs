using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Users;

/// <summary>A person who works in two companies.</summary>
public sealed class CompanySwitchTests(SharedApp shared) : AppTests(shared)
{
    private Person _first = null!;
    private string _second = null!;

    public override async Task InitializeAsync()
    {
        _first = await App.SignUpAsync();
        _second = (await App.SignUpAsync(_first.Email, "Ito & Vale")).CompanyId;
    }

    [Fact]
    public async Task Companies_are_listed_with_role_default_and_active()
    {
        var companies = (await App.Client(_first.Token).GetAsync("me/companies")).ShouldBe(HttpStatusCode.OK).Json;

        companies["items"]!
            .ToJsonString()
            .ShouldBe(
                $$"""[{"id":"{{_first.CompanyId}}","name":"Vale Law","role":"super_admin","default":true,"active":true},"""
                    + $$"""{"id":"{{_second}}","name":"Ito \u0026 Vale","role":"super_admin","default":false,"active":false}]"""
            );
    }

    [Fact]
    public async Task Default_is_what_a_sign_in_opens()
    {
        (await App.Client(_first.Token).SendAsync(HttpMethod.Put, "me/default-company", new { companyId = _second })).ShouldBe(
            HttpStatusCode.NoContent
        );

        (await App.SignInAsync(_first.Email)).CompanyId.ShouldBe(_second);
        (await App.Client(_first.Token).GetAsync("session")).At("company.id").ShouldBe(_first.CompanyId);
        (await App.Client(_first.Token).SendAsync(HttpMethod.Put, "me/default-company", new { companyId = "nowhere" })).ShouldRefuse(
            HttpStatusCode.NotFound,
            "not_found"
        );
    }

    [Fact]
    public async Task Switching_answers_another_token_and_the_old_one_is_dead()
    {
        var answer = (await App.Client(_first.Token).PostAsync("session/company", new { companyId = _second })).ShouldBe(
            HttpStatusCode.OK
        );

        answer.At("session.id").ShouldBe(_first.SessionId);
        (await App.Client(_first.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");
        var session = await App.Client(answer.At("session.token")).GetAsync("session");
        (session.At("company.id"), session.At("company.name")).ShouldBe((_second, "Ito & Vale"));
    }

    [Fact]
    public async Task Browser_gets_the_new_token_as_its_cookie()
    {
        var answer = await App.Client()
            .PostAsync(
                "session/company",
                new { companyId = _second },
                ("Cookie", $"kayse_session={_first.Token}"),
                ("Sec-Fetch-Site", "same-origin")
            );

        answer
            .ShouldBe(HttpStatusCode.OK)
            .Header("Set-Cookie")
            .ShouldNotBeNull()
            .ShouldStartWith($"kayse_session={answer.At("session.token")};");
    }

    [Fact]
    public async Task Switching_to_a_company_of_others_is_refused_and_changes_nothing()
    {
        var stranger = await App.SignUpAsync(company: "Another Firm");

        (await App.Client(_first.Token).PostAsync("session/company", new { companyId = stranger.CompanyId })).ShouldRefuse(
            HttpStatusCode.NotFound,
            "not_found"
        );

        (await App.Client(_first.Token).GetAsync("session")).At("company.id").ShouldBe(_first.CompanyId);
    }
}
