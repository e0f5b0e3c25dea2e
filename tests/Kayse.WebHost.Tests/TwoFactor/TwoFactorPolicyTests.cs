using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.TwoFactor;

/// <summary>
/// A company that requires a second factor lets nobody work without one once the time of grace is over (CO-5).
/// </summary>
public sealed class TwoFactorPolicyTests : OwnAppTests
{
    private Person _owner = null!;
    private Person _member = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _member = await App.JoinAsync(_owner);
    }

    [Fact]
    public async Task A_live_session_is_refused_all_but_the_way_out_once_the_time_is_over()
    {
        var session = await App.SignInAsync(_member.Email, rememberMe: true);
        await RequireAsync(days: 1);
        App.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        (await App.Client(session.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
        App.Clock.Advance(TimeSpan.FromSeconds(1));

        await RefusesAllButTheWayOutAsync(session.Token);
    }

    [Fact]
    public async Task The_way_out_leads_out()
    {
        await RequireAsync(days: 0);
        var signedIn = await App.Client().PostAsync("auth/sign-in", new { email = _member.Email, password = Person.Password });
        signedIn.ShouldBe(HttpStatusCode.OK).At("restriction").ShouldBe("two_factor_setup");
        var token = signedIn.At("session.token");
        await RefusesAllButTheWayOutAsync(token);
        App.Clock.Advance(TimeSpan.FromMinutes(15));
        token = (await App.Client(token).PostAsync("auth/step-up", new { password = Person.Password }))
            .ShouldBe(HttpStatusCode.OK)
            .At("session.token");

        var enrolment = await App.EnrolAsync(_member with { Token = token });

        (await App.Client(enrolment.Person.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
        var again = await App.CompleteAsync(await App.TicketAsync(_member.Email), enrolment.App);
        again.Json["restriction"].ShouldBeNull();
        (await App.Client(again.At("session.token")).GetAsync("me/sessions")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Turned_off_it_has_to_be_set_up_again_before_anything_else_there()
    {
        var enrolment = await App.EnrolAsync(_member);
        await RequireAsync(days: 0);
        App.Clock.Advance(TimeSpan.FromSeconds(30));

        var client = App.Client(enrolment.Person.Token);
        var token = (await client.PostAsync("me/two-factor/disable", new { password = Person.Password, code = enrolment.App.Code() }))
            .ShouldBe(HttpStatusCode.OK)
            .At("session.token");

        (await App.Client(token).GetAsync("me/two-factor")).At("requiredFrom").ShouldBe("2026-01-05T09:00:00Z");
        (await App.Client(token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Forbidden, "two_factor_setup_required");
    }

    [Fact]
    public async Task Who_must_choose_a_password_first_sets_nothing_up_before()
    {
        await RequireAsync(days: 0);
        var email = Journeys.NewEmail("cleo");
        var owner = (await App.EnrolAsync(_owner)).Person;
        var member = new
        {
            fullName = "Cleo Adamu",
            email,
            role = "user",
            password = Person.Password,
        };
        (await App.Client(owner.Token).PostAsync("companies/current/members", member)).ShouldBe(HttpStatusCode.Created);

        var signedIn = await App.Client().PostAsync("auth/sign-in", new { email, password = Person.Password });
        signedIn.At("restriction").ShouldBe("password_change");
        (await App.Client(signedIn.At("session.token")).PostAsync("me/two-factor/setup")).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "password_change_required"
        );
        var changed = await App.Client(signedIn.At("session.token"))
            .PostAsync("me/password", new { currentPassword = Person.Password, newPassword = "a plum tram for the otter" });
        (await App.Client(changed.At("session.token")).GetAsync("session")).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "two_factor_setup_required"
        );
        (await App.Client(changed.At("session.token")).PostAsync("me/two-factor/setup")).ShouldBe(HttpStatusCode.OK);
    }

    private async Task RefusesAllButTheWayOutAsync(string token)
    {
        var client = App.Client(token);
        foreach (var path in new[] { "session", "me/sessions", "me/companies", "companies/current", "companies/current/members" })
            (await client.GetAsync(path)).ShouldRefuse(HttpStatusCode.Forbidden, "two_factor_setup_required");
        (await client.PostAsync("authorize", new { permission = "crm.access" })).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "two_factor_setup_required"
        );
        (await client.PostAsync("me/two-factor/backup-codes")).ShouldRefuse(HttpStatusCode.Forbidden, "two_factor_setup_required");
        (await client.GetAsync("me")).ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("me/two-factor")).ShouldBe(HttpStatusCode.OK).Json["enabled"]!.GetValue<bool>().ShouldBeFalse();
    }

    private async Task RequireAsync(int days)
    {
        var policy = new
        {
            twoFactorRequired = true,
            twoFactorGraceDays = days,
            rememberMeAllowed = true,
            trustedDevicesAllowed = true,
            invitedEmailDomains = Array.Empty<string>(),
        };
        (await App.Client(_owner.Token).SendAsync(HttpMethod.Put, "companies/current/security-policy", policy)).ShouldBe(
            HttpStatusCode.OK
        );
    }
}
