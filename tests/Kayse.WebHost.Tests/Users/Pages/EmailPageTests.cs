using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Users.Pages;

/// <summary>The links that go with a change of address, in a browser.</summary>
public sealed class EmailPageTests(SharedApp shared) : AppTests(shared)
{
    private readonly string _newEmail = Journeys.NewEmail("new");
    private Person _person = null!;

    public override async Task InitializeAsync()
    {
        _person = await App.SignUpAsync();
        (await App.Client(_person.Token).PostAsync("me/email", new { newEmail = _newEmail, password = Person.Password })).ShouldBe(
            HttpStatusCode.Accepted
        );
    }

    [Fact]
    public async Task A_change_is_confirmed_by_a_button_and_can_be_undone()
    {
        var browser = App.Browser();
        var page = await browser.SubmitAsync("/confirm-email", "open", ("link", await App.MailedTokenAsync(_newEmail)));
        (await App.Client(_person.Token).GetAsync("me")).At("email").ShouldBe(_person.Email);
        (await browser.SubmitAsync(page, "confirm")).ShouldBe(HttpStatusCode.OK).Heading.ShouldBe("Email address changed");
        (await App.Client(_person.Token).GetAsync("me")).At("email").ShouldBe(_newEmail);

        var undo = await App.MailedTokenAsync(_person.Email, "Your Kayse email address was changed", otherThan: null);
        page = await browser.SubmitAsync("/undo-email", "open", ("link", undo));
        (await browser.SubmitAsync(page, "undo")).ShouldBe(HttpStatusCode.OK).Heading.ShouldBe("Your address was restored");
        (await App.Client(_person.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
    }

    [Theory]
    [InlineData("/confirm-email", "confirm")]
    [InlineData("/undo-email", "undo")]
    public async Task A_link_that_is_no_good_says_so(string url, string form)
    {
        var browser = App.Browser();

        (await browser.SubmitAsync(await browser.SubmitAsync(url, "open", ("link", "nonsense")), form))
            .ShouldBe(HttpStatusCode.NotFound)
            .Heading.ShouldBe("This link can't be used");
    }

    [Fact]
    public async Task A_link_past_its_time_says_so()
    {
        var browser = App.Browser();
        var page = await browser.SubmitAsync("/confirm-email", "open", ("link", await App.MailedTokenAsync(_newEmail)));
        App.Clock.Advance(TimeSpan.FromDays(1));

        (await browser.SubmitAsync(page, "confirm")).ShouldBe(HttpStatusCode.Gone).ShouldSay("It has expired.");
    }
}
