using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.SignIn.Pages;

/// <summary>How a company starts, in a browser.</summary>
public sealed class SignUpPageTests(SharedApp shared) : AppTests(shared)
{
    [Fact]
    public async Task An_empty_installation_leads_to_sign_up_and_from_there_into_the_console()
    {
        var browser = App.Browser();
        var page = await browser.GetAsync("/");

        page.ShouldBeAt("/sign-up").Heading.ShouldBe("Welcome to Kayse");
        var answer = await browser.SendOnceAsync(HttpMethod.Post, "/sign-up", Filled(page, ("timeZone", "Europe/Paris")));
        answer.Location.ShouldBe("/verify-email");
        var me = (await App.Client(browser.Cookie("kayse_session")).GetAsync("me")).ShouldBe(HttpStatusCode.OK);
        me.At("timeZone").ShouldBe("Europe/Paris");
        (await browser.GetAsync("/verify-email"))
            .ShouldBe(HttpStatusCode.OK)
            .ShouldSay("Company Vale Law created.")
            .ShouldSay("We sent a code to");
    }

    [Fact]
    public async Task A_second_company_is_welcome_while_sign_up_is_open()
    {
        await App.SignUpAsync();

        (await App.Browser().GetAsync("/sign-in")).Links.ShouldContain(link => link.Url == "/sign-up");
        (await App.Browser().GetAsync("/sign-up")).ShouldBe(HttpStatusCode.OK).Heading.ShouldBe("Create your company");
    }

    [Fact]
    public async Task Sign_up_that_is_closed_says_so()
    {
        await using var closed = new KayseApp(("Kayse:SignUp", "Closed"));

        var page = await closed.Browser().GetAsync("/sign-up");
        page.ShouldBe(HttpStatusCode.OK).ShouldSay("Ask an admin for an invitation.").Forms.ShouldBeEmpty();
        (await closed.Browser().GetAsync("/sign-in")).Links.ShouldNotContain(link => link.Url == "/sign-up");
    }

    [Fact]
    public async Task Sign_up_for_the_first_is_closed_to_the_second()
    {
        await using var first = new KayseApp(("Kayse:SignUp", "FirstRunOnly"));
        (await first.Browser().GetAsync("/sign-up")).Heading.ShouldBe("Welcome to Kayse");
        await first.SignUpAsync();

        (await first.Browser().GetAsync("/sign-up")).Heading.ShouldBe("Sign-up is closed");
        (await first.Browser().GetAsync("/")).ShouldBeAt("/sign-in").Links.ShouldNotContain(link => link.Url == "/sign-up");
        var late = first.Browser();
        var token = (await late.GetAsync("/sign-in")).Form("sign-in")["form_token"].ShouldNotBeNull();
        (await late.PostAsync("/sign-up", [.. Fields(), ("form_token", token), ("_handler", "sign-up")])).ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_company()
    {
        var browser = App.Browser();
        var page = await browser.GetAsync("/sign-up");
        var email = Journeys.NewEmail("founder");

        await browser.SendOnceAsync(HttpMethod.Post, "/sign-up", Filled(page, ("email", email)));
        await browser.SendOnceAsync(HttpMethod.Post, "/sign-up", Filled(page, ("email", email)));

        (await App.Client(browser.Cookie("kayse_session")).GetAsync("me/companies")).ShouldBe(HttpStatusCode.OK).Json["items"]!
            .AsArray()
            .Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_the_rest_stays()
    {
        var page = await App.Browser()
            .SubmitAsync("/sign-up", "sign-up", Fields(("password", "password"), ("companyName", "<script>alert(1)</script>")));

        page.ShouldBe(HttpStatusCode.UnprocessableEntity).ErrorOf("password").ShouldNotBeEmpty();
        page.Form("sign-up")["companyName"].ShouldBe("<script>alert(1)</script>");
        page.Html.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task A_number_may_be_given_as_it_is_dialled()
    {
        var browser = App.Browser();

        (
            await browser.SendOnceAsync(
                HttpMethod.Post,
                "/sign-up",
                Filled(await browser.GetAsync("/sign-up"), ("phoneNumber", "020 7946 0018"), ("phoneCountry", "GB"))
            )
        ).Location.ShouldBe("/verify-email");
        (await App.Client(browser.Cookie("kayse_session")).GetAsync("me")).At("phoneNumber").ShouldBe("+442079460018");
    }

    [Fact]
    public async Task A_zone_that_only_the_browser_knows_keeps_nobody_out()
    {
        var browser = App.Browser();

        (
            await browser.SendOnceAsync(
                HttpMethod.Post,
                "/sign-up",
                Filled(await browser.GetAsync("/sign-up"), ("timeZone", "Mars/Olympus"))
            )
        ).Location.ShouldBe("/verify-email");
    }

    [Fact]
    public async Task Sign_ups_are_limited_as_those_of_the_API_are()
    {
        await using var app = new KayseApp(("Kayse:RateLimits:Enabled", "true"), ("Kayse:RateLimits:SignUpPerCaller:PermitLimit", "1"));
        await app.SignUpAsync();

        var page = await app.Browser().SubmitAsync("/sign-up", "sign-up", Fields());
        page.ShouldBe(HttpStatusCode.TooManyRequests);
        (await app.Browser().GetAsync("/sign-up")).ShouldBe(HttpStatusCode.OK);
    }

    // What is given last counts.
    private static (string Name, string Value)[] Fields(params (string Name, string Value)[] others)
    {
        (string Name, string Value)[] usual =
        [
            ("companyName", "Vale Law"),
            ("fullName", "Ada Vale"),
            ("email", Journeys.NewEmail("founder")),
            ("password", Person.Password),
        ];
        return [.. usual.Concat(others).GroupBy(field => field.Name).Select(field => field.Last())];
    }

    private static FormUrlEncodedContent Filled(Page page, params (string Name, string Value)[] others)
    {
        var fields = Fields(others);
        return new(
            page.Form("sign-up")
                .Values.Where(value => fields.All(field => field.Name != value.Name))
                .Concat(fields)
                .Select(field => KeyValuePair.Create(field.Name, field.Value))
        );
    }
}
