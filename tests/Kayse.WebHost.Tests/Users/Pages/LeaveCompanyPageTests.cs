using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Users.Pages;

/// <summary>Leaving a company can't be undone, so its name is typed first.</summary>
public sealed class LeaveCompanyPageTests(SharedApp shared) : AppTests(shared)
{
    [Theory]
    [InlineData("")]
    [InlineData("Vale")]
    public async Task Nobody_leaves_a_company_whose_name_they_have_not_typed(string typed)
    {
        var user = await App.JoinAsync(await App.SignUpAsync(company: "Vale Law"));
        var browser = App.Browser(user);

        var page = await browser.SubmitAsync($"/profile/companies/{user.CompanyId}/leave", "leave", ("confirmName", typed));

        page.ShouldBe(HttpStatusCode.BadRequest).ErrorOf("confirmName").ShouldBe("Type Vale Law exactly as shown.");
        (await browser.GetAsync("/profile/companies")).ShouldBeAt("/profile/companies").ShouldSay("Vale Law");
    }

    [Fact]
    public async Task Who_has_typed_it_leaves()
    {
        var user = await App.JoinAsync(await App.SignUpAsync(company: "Vale Law"));
        var browser = App.Browser(user);

        await browser.SubmitAsync($"/profile/companies/{user.CompanyId}/leave", "leave", ("confirmName", "vale law "));

        (await App.Client(user.Token).GetAsync("me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Who_has_not_proved_lately_who_they_are_is_asked_to_first()
    {
        var user = await App.JoinAsync(await App.SignUpAsync());
        App.Clock.Advance(TimeSpan.FromMinutes(20));

        var page = await App.Browser(user).GetAsync($"/profile/companies/{user.CompanyId}/leave");

        page.Heading.ShouldBe("Confirm it's you");
    }
}
