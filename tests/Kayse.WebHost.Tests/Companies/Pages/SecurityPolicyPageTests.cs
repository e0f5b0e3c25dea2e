using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Companies.Pages;

/// <summary>The security policy in the console.</summary>
public sealed class SecurityPolicyPageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/settings/security-policy";
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task Lengths_are_given_in_the_unit_that_one_likes()
    {
        var page = await App.Browser(_owner)
            .SubmitAsync(
                Url,
                "policy",
                ("twoFactorGraceDays", "14"),
                ("idleTimeoutMinutes", "2"),
                ("idleTimeoutMinutesUnit", "hours"),
                ("sessionLifetimeMinutes", "90"),
                ("sessionLifetimeMinutesUnit", "minutes"),
                ("invitedEmailDomains", "vale.example\r\n Firm.example, other.example"),
                ("invitationLifetimeHours", "7"),
                ("invitationLifetimeHoursUnit", "days")
            );

        page.ShouldBeAt(Url).Notices.ShouldBe(["Security policy saved."]);
        var form = page.Form("policy");
        (form["idleTimeoutMinutes"], form["idleTimeoutMinutesUnit"]).ShouldBe(("2", "hours"));
        (form["sessionLifetimeMinutes"], form["sessionLifetimeMinutesUnit"]).ShouldBe(("90", "minutes"));
        (form["invitationLifetimeHours"], form["invitationLifetimeHoursUnit"]).ShouldBe(("7", "days"));
        (await PolicyAsync())
            .ToJsonString()
            .ShouldBe(
                """{"twoFactorRequired":false,"twoFactorGraceDays":14,"idleTimeoutMinutes":120,"sessionLifetimeMinutes":90,"rememberMeAllowed":true,"trustedDevicesAllowed":true,"invitedEmailDomains":["firm.example","other.example","vale.example"],"invitationLifetimeHours":168}"""
            );
    }

    [Fact]
    public async Task A_box_that_is_not_ticked_is_off_and_an_empty_field_is_no_limit()
    {
        var browser = App.Browser(_owner);
        await browser.SubmitAsync(
            Url,
            "policy",
            ("twoFactorRequired", "on"),
            ("idleTimeoutMinutes", "10"),
            ("idleTimeoutMinutesUnit", "minutes")
        );
        var form = (await browser.GetAsync(Url)).Form("policy");
        var unticked = form
            .Values.Where(value =>
                value.Name is not ("twoFactorRequired" or "rememberMeAllowed" or "trustedDevicesAllowed" or "idleTimeoutMinutes")
            )
            .Append(("idleTimeoutMinutes", ""));

        (await browser.PostAsync(Url, unticked)).ShouldBe(HttpStatusCode.OK);

        var policy = await PolicyAsync();
        foreach (var flag in new[] { "twoFactorRequired", "rememberMeAllowed", "trustedDevicesAllowed" })
            policy[flag]!.GetValue<bool>().ShouldBeFalse(flag);
        policy["idleTimeoutMinutes"].ShouldBeNull();
    }

    [Theory]
    [InlineData("twoFactorGraceDays", "31", "")]
    [InlineData("twoFactorGraceDays", "x", "")]
    [InlineData("idleTimeoutMinutes", "4", "minutes")]
    [InlineData("idleTimeoutMinutes", "31", "days")]
    [InlineData("sessionLifetimeMinutes", "2147483647", "days")]
    [InlineData("sessionLifetimeMinutes", "1.5", "hours")]
    [InlineData("sessionLifetimeMinutes", "-1", "days")]
    [InlineData("invitationLifetimeHours", "31", "days")]
    [InlineData("invitedEmailDomains", "not a domain", "")]
    public async Task What_is_wrong_is_said_at_its_field(string field, string value, string unit)
    {
        var page = (await App.Browser(_owner).SubmitAsync(Url, "policy", (field, value), ($"{field}Unit", unit))).ShouldBe(
            HttpStatusCode.BadRequest
        );

        page.ErrorOf(field).ShouldNotBeEmpty();
        page.Form("policy")[field].ShouldBe(value);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_in_units_that_people_use()
    {
        var page = await App.Browser(_owner)
            .SubmitAsync(
                Url,
                "policy",
                ("idleTimeoutMinutes", "31"),
                ("idleTimeoutMinutesUnit", "days"),
                ("invitationLifetimeHours", "31"),
                ("invitationLifetimeHoursUnit", "days")
            );

        page.ErrorOf("idleTimeoutMinutes").ShouldBe("Choose 5 minutes to 30 days.");
        page.ErrorOf("invitationLifetimeHours").ShouldBe("Choose 1 hour to 30 days.");
    }

    [Fact]
    public async Task An_admin_whom_a_requirement_would_affect_is_told_so()
    {
        (await App.Browser(_owner).GetAsync(Url)).ShouldSay("This includes you. You haven't turned on two-factor authentication yet.");

        var enrolled = (await App.EnrolAsync(_owner)).Person;
        (await App.Browser(enrolled).GetAsync(Url)).Text.ShouldNotContain("You haven't turned on two-factor authentication yet.");
    }

    [Fact]
    public async Task Who_comes_second_is_told_what_others_have_set()
    {
        var browser = App.Browser(_owner);
        var page = await browser.GetAsync(Url);
        await browser.SubmitAsync(
            Url,
            "policy",
            ("idleTimeoutMinutes", "1"),
            ("idleTimeoutMinutesUnit", "hours"),
            ("twoFactorRequired", "on")
        );

        var conflict = (
            await browser.SubmitAsync(page, "policy", ("sessionLifetimeMinutes", "8"), ("sessionLifetimeMinutesUnit", "hours"))
        ).ShouldBe(HttpStatusCode.PreconditionFailed);

        conflict
            .ShouldSay("Idle timeout is now “1 hour”")
            .ShouldSay("Two-factor authentication required is now “on”")
            .ShouldSay("Absolute timeout is now empty");
        (await browser.SubmitAsync(conflict, "policy")).ShouldBeAt(Url);
        (await PolicyAsync())["sessionLifetimeMinutes"]!.GetValue<int>().ShouldBe(480);
    }

    private async Task<JsonObject> PolicyAsync() => (await App.Client(_owner.Token).GetAsync("companies/current/security-policy")).Json;
}
