using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Scopes.Pages;

/// <summary>Scopes in the console.</summary>
public sealed class ScopePageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/settings/scopes";
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task Case_types_are_chosen_by_their_names_where_the_catalogue_has_them()
    {
        var items = new object[] { new { id = "ct-1", name = "Divorce, contested" }, new { id = "ct-2", name = "Custody" } };
        (await App.Client(_owner.Token).SendAsync(HttpMethod.Put, "companies/current/catalogue/case-types", new { items })).ShouldBe(
            HttpStatusCode.OK
        );
        var browser = App.Browser(_owner);

        (
            await browser.SubmitAsync(
                $"{Url}/new",
                "create",
                ("name", "Family law"),
                ("caseTypes", "ct-1"),
                ("caseTypes", "ct-2"),
                ("otherCaseTypes", "adoption, wills")
            )
        )
            .ShouldBeAt(Url)
            .ShouldSay("Divorce, contested")
            .ShouldSay("Custody")
            .ShouldSay("adoption");

        var scope = (await App.Client(_owner.Token).GetAsync("companies/current/scopes")).Json["items"]![0]!;
        scope["caseTypes"]!
            .AsArray()
            .Select(id => id!.GetValue<string>())
            .ShouldBe(["ct-1", "ct-2", "adoption", "wills"], ignoreOrder: true);
        var form = (await browser.GetAsync($"{Url}/{scope["id"]!.GetValue<string>()}/edit")).Form("edit");
        form.Values.Where(value => value.Name == "caseTypes")
            .Select(value => value.Value)
            .ShouldBe(["ct-1", "ct-2", "adoption", "wills"], ignoreOrder: true);
    }

    [Fact]
    public async Task Case_types_are_typed_one_a_line_or_with_commas()
    {
        var page = await App.Browser(_owner)
            .SubmitAsync($"{Url}/new", "create", ("name", "Family"), ("caseTypes", " Divorce , Custody\r\n\r\nAdoption\r\n"));

        page.ShouldBeAt(Url).Notices.ShouldBe(["Scope “Family” created."]);
        var scope = (await ScopesAsync()).ShouldHaveSingleItem()!;
        scope["name"]!.GetValue<string>().ShouldBe("Family");
        CaseTypesOf(scope).ShouldBe(["Adoption", "Custody", "Divorce"]);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_scope()
    {
        var browser = App.Browser(_owner);
        var page = await browser.GetAsync($"{Url}/new");

        for (var times = 0; times < 2; times++)
            (await browser.SubmitAsync(page, "create", ("name", "Family"), ("caseTypes", "Divorce"))).ShouldBeAt(Url);

        (await ScopesAsync()).Count.ShouldBe(1);
        (await browser.SubmitAsync(page, "create", ("scopeId", "../../x"), ("name", "Other"), ("caseTypes", "Divorce"))).ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        await MakeAsync("Family", "Divorce");
        var browser = App.Browser(_owner);

        (await browser.SubmitAsync($"{Url}/new", "create", ("name", "family"), ("caseTypes", "X")))
            .ShouldBe(HttpStatusCode.Conflict)
            .ErrorOf("name")
            .ShouldBe("A scope with this name already exists. Choose another name.");
        (await browser.SubmitAsync($"{Url}/new", "create", ("name", ""), ("caseTypes", "X")))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ErrorOf("name")
            .ShouldNotBeEmpty();
        (await browser.SubmitAsync($"{Url}/new", "create", ("name", "New"), ("caseTypes", " , ")))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ErrorOf("caseTypes")
            .ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_edit_keeps_a_case_type_with_a_comma_in_it()
    {
        var id = await MakeAsync("Injury", "Slip, trip and fall", "Car accident");

        (
            await App.Browser(_owner)
                .SubmitAsync($"{Url}/{id}/edit", "edit", ("name", "Accidents"), ("caseTypes", "Slip, trip and fall\r\nDog bite, Train"))
        ).ShouldBeAt(Url);

        var scope = (await ScopesAsync()).ShouldHaveSingleItem()!;
        scope["name"]!.GetValue<string>().ShouldBe("Accidents");
        CaseTypesOf(scope).ShouldBe(["Dog bite", "Slip, trip and fall", "Train"]);
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("delete")]
    public async Task What_was_changed_meanwhile_is_not_lost_unseen(string act)
    {
        var id = await MakeAsync("Family", "Divorce");
        var browser = App.Browser(_owner);
        var page = await browser.GetAsync($"{Url}/{id}/{act}");
        await App.Client(_owner.Token).PatchAsync($"companies/current/scopes/{id}", new { name = "Families" });

        var conflict = (await browser.SubmitAsync(page, act)).ShouldBe(HttpStatusCode.PreconditionFailed).ShouldSay("Families");

        (await browser.SubmitAsync(conflict, act)).ShouldBeAt(Url);
    }

    [Fact]
    public async Task Before_it_is_deleted_a_scope_says_what_that_does()
    {
        var id = await MakeAsync("Family", "Divorce");
        var user = await App.JoinAsync(_owner);
        (await App.Client(_owner.Token).PatchAsync($"companies/current/members/{user.UserId}", new { scopeIds = new[] { id } })).ShouldBe(
            HttpStatusCode.OK
        );
        var browser = App.Browser(_owner);

        var page = (await browser.GetAsync($"{Url}/{id}/delete"))
            .ShouldSay("1 member has this scope")
            .ShouldSay("1 member would have no case types at all.");
        (await browser.SubmitAsync(page, "delete")).ShouldBeAt(Url).Notices.ShouldBe(["Scope “Family” deleted."]);

        (await ScopesAsync()).ShouldBeEmpty();
        (await App.Client(user.Token).GetAsync("session")).Json["caseTypes"]!.AsArray().ShouldBeEmpty();
        (await browser.GetAsync($"{Url}/{id}/delete")).ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"{Url}/not-an-id/edit")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Names_are_text_and_never_markup()
    {
        var id = await MakeAsync("<script>alert(1)</script>", "<img src=x onerror=alert(1)>");
        var browser = App.Browser(_owner);

        foreach (var url in new[] { Url, $"{Url}/{id}/edit", $"{Url}/{id}/delete" })
        {
            var page = (await browser.GetAsync(url)).ShouldSay("<script>alert(1)</script>");
            page.Html.ShouldNotContain("<script>alert");
            page.Html.ShouldNotContain("<img src=x");
        }
    }

    [Fact]
    public async Task Who_only_gives_scopes_sees_no_button_that_would_be_refused()
    {
        await MakeAsync("Family", "Divorce");
        var page = (await App.Browser(await App.JoinAsync(_owner, "user", "members.read")).GetAsync(Url)).ShouldSay("Family");

        page.Links.ShouldNotContain(link => link.Url.StartsWith($"{Url}/", StringComparison.Ordinal));
    }

    private async Task<string> MakeAsync(string name, params string[] caseTypes) =>
        (await App.Client(_owner.Token).PostAsync("companies/current/scopes", new { name, caseTypes }))
            .ShouldBe(HttpStatusCode.Created)
            .At("id");

    private async Task<JsonArray> ScopesAsync() =>
        (await App.Client(_owner.Token).GetAsync("companies/current/scopes")).Json["items"]!.AsArray();

    private static IEnumerable<string> CaseTypesOf(JsonNode scope) =>
        scope["caseTypes"]!.AsArray().Select(caseType => caseType!.GetValue<string>());
}
