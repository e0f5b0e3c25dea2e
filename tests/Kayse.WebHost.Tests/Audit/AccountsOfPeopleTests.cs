using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Audit;

/// <summary>What a company's log says of what people do for themselves.</summary>
public sealed class AccountsOfPeopleTests(SharedApp shared) : AppTests(shared)
{
    [Fact]
    public async Task That_a_member_turned_two_factor_authentication_on_or_off_is_in_the_log_of_each_company_of_theirs_and_nothing_else_of_it()
    {
        var owner = await App.SignUpAsync();
        var person = await App.JoinAsync(owner);
        var stranger = await App.SignUpAsync(company: "Another Firm");
        var enrolment = await App.EnrolAsync(person);
        App.Clock.Advance(TimeSpan.FromSeconds(30));
        (
            await App.Client(enrolment.Person.Token)
                .PostAsync("me/two-factor/disable", new { password = Person.Password, code = enrolment.App.Code() })
        ).ShouldBe(HttpStatusCode.OK);

        foreach (var action in new[] { "member.two_factor_enabled", "member.two_factor_disabled" })
        {
            var entry = (await EntriesAsync(owner, action)).ShouldHaveSingleItem()!;
            entry["actor"]!["userId"]!.GetValue<string>().ShouldBe(person.UserId);
            entry["target"]!["id"]!.GetValue<string>().ShouldBe(person.UserId);
            foreach (var member in new[] { "ipAddress", "sessionId", "before", "after" })
                entry[member].ShouldBeNull(member);
            (await EntriesAsync(stranger, action)).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sign_up_says_where_it_came_from(bool byBrowser)
    {
        var email = Journeys.NewEmail();
        if (byBrowser)
        {
            var browser = App.Browser();
            var page = (await browser.SendAsync(HttpMethod.Get, "/sign-up", null)).ShouldBe(HttpStatusCode.OK);
            var form = page.Form("sign-up");
            var fields = form
                .Values.Where(value => value.Name is not ("companyName" or "fullName" or "email" or "password"))
                .Concat([("companyName", "Vale Law"), ("fullName", "Ada Vale"), ("email", email), ("password", Person.Password)]);
            await browser.PostAsync("/sign-up", fields, (KayseApp.RemoteAddressHeader, "203.0.113.7"));
        }
        else
        {
            (
                await App.Client()
                    .PostAsync(
                        "companies",
                        new
                        {
                            companyName = "Vale Law",
                            fullName = "Ada Vale",
                            email,
                            password = Person.Password,
                        },
                        (KayseApp.RemoteAddressHeader, "203.0.113.7")
                    )
            ).ShouldBe(HttpStatusCode.Created);
        }

        var entry = (await EntriesAsync(await App.SignInAsync(email), "company.created")).ShouldHaveSingleItem()!;
        entry["ipAddress"]!.GetValue<string>().ShouldBe("203.0.113.7");
    }

    private async Task<JsonArray> EntriesAsync(Person reader, string action) =>
        (await App.Client(reader.Token).GetAsync($"companies/current/audit-log?action={action}")).ShouldBe(HttpStatusCode.OK).Json[
            "items"
        ]!.AsArray();
}
