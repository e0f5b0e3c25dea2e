using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Catalogue.Pages;

/// <summary>The catalogue in the console.</summary>
public sealed class CataloguePageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/settings/catalogue/agents";
    private PageClient _browser = null!;

    public override async Task InitializeAsync() => _browser = App.Browser(await App.SignUpAsync());

    [Fact]
    public async Task An_admin_adds_renames_and_removes_a_name()
    {
        var added = await _browser.SubmitAsync($"{Url}/edit", "edit", ("id", "bot-1"), ("name", "Intake"), ("kind", "voice"));
        added.ShouldBeAt(Url).ShouldSay("“Intake” saved.");

        var renamed = await _browser.SubmitAsync($"{Url}/edit?id=bot-1", "edit", ("name", "Reception"), ("archived", "on"));
        renamed.ShouldBeAt(Url).ShouldSay("Reception").ShouldSay("Archived");

        var removed = await _browser.SubmitAsync($"{Url}/edit?id=bot-1", "edit", ("remove", "on"));
        removed.ShouldBeAt(Url).ShouldSay("No agents yet");
        (await _browser.GetAsync($"{Url}/edit?id=bot-1")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        await _browser.SubmitAsync($"{Url}/edit", "edit", ("id", "bot-1"), ("name", "Intake"));

        (await _browser.SubmitAsync($"{Url}/edit", "edit", ("id", "bot-2"), ("name", "")))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ErrorOf("name")
            .ShouldBe("This is required.");
        (await _browser.SubmitAsync($"{Url}/edit", "edit", ("id", "bot-1"), ("name", "Again")))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ErrorOf("id")
            .ShouldBe("Another agent has this id.");
    }

    [Fact]
    public async Task A_change_on_an_earlier_state_is_a_conflict()
    {
        await _browser.SubmitAsync($"{Url}/edit", "edit", ("id", "bot-1"), ("name", "Intake"));
        var page = await _browser.GetAsync($"{Url}/edit?id=bot-1");
        await _browser.SubmitAsync(page, "edit", ("name", "First"));

        (await _browser.SubmitAsync(page, "edit", ("name", "Second"))).ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task A_list_that_there_is_not_is_not_found() =>
        (await _browser.GetAsync("/settings/catalogue/cats")).ShouldBe(HttpStatusCode.NotFound);
}
