using System.Net;
using Kayse.Grains.Errors;
using Kayse.Grains.Sso;
using Kayse.WebHost.Sso;
using Kayse.WebHost.Tests.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Sso;

/// <summary>Whose an identity is, who becomes a member by it, and where people find their company's provider.</summary>
public sealed class SsoSignInTests(SharedApp shared) : AppTests(shared)
{
    [Fact]
    public async Task A_new_identity_is_linked_by_its_address_and_known_by_its_subject_from_then_on()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var ben = await firm.JoinAsync("ben");

        (await firm.SignInAsync(ben.Email, "subject-1")).UserId.ShouldBe(ben.UserId);

        // The address of an identity that is known says nothing any more.
        (await firm.SignInAsync(firm.Owner.Email, "subject-1")).UserId.ShouldBe(ben.UserId);
        // The mailbox was given to somebody else.
        (await CodeAsync(() => firm.SignInAsync(ben.Email, "subject-2"))).ShouldBe("sso_identity_changed");
        (await firm.AuditAsync()).Count(action => action == "sso.identity_linked").ShouldBe(1);
    }

    [Theory]
    [InlineData("ben@elsewhere.example", null)]
    [InlineData("ben@{0}", false)]
    [InlineData("", null)]
    [InlineData("ben@{0}.evil.example", true)]
    public async Task An_address_that_the_company_has_not_verified_or_the_provider_denies_links_nothing(string email, bool? isVerified)
    {
        var firm = await SsoFirm.FoundAsync(App);
        var identity = firm.IdentityOf(string.Format(System.Globalization.CultureInfo.InvariantCulture, email, firm.Domain), "new") with
        {
            EmailVerified = isVerified,
        };

        (await CodeAsync(() => firm.SignInAsync(identity))).ShouldBe("sso_email_not_accepted");
    }

    [Fact]
    public async Task What_one_companys_provider_says_of_a_subject_is_nothing_to_another()
    {
        var (firm, other) = (await SsoFirm.FoundAsync(App), await SsoFirm.FoundAsync(App));
        var ben = await firm.JoinAsync("ben");
        await firm.SignInAsync(ben.Email, "subject");
        var forged = firm.IdentityOf(ben.Email, "subject") with { ConnectionId = other.ConnectionId };

        (await CodeAsync(() => other.SignInAsync(forged))).ShouldBe("sso_email_not_accepted");
        (await CodeAsync(() => other.SignInAsync(firm.IdentityOf(ben.Email, "subject")))).ShouldBe("sso_unavailable");
    }

    [Fact]
    public async Task A_member_who_was_deactivated_is_refused_and_who_was_removed_comes_back_by_invitation_only()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var ben = await firm.JoinAsync("ben");
        await firm.SignInAsync(ben.Email);
        var member = $"companies/current/members/{ben.UserId}";
        (await firm.Admin.PostAsync($"{member}/deactivate")).ShouldBe(HttpStatusCode.NoContent);
        (await CodeAsync(() => firm.SignInAsync(ben.Email))).ShouldBe("sso_no_access");

        (await firm.Admin.DeleteAsync(member)).ShouldBe(HttpStatusCode.NoContent);
        (await CodeAsync(() => firm.SignInAsync(ben.Email))).ShouldBe("sso_no_access");

        var token = await firm.InvitedByAsync(firm.Owner, ben.Email);
        (await App.Client().PostAsync("invitations/accept", new { token, password = Person.Password })).ShouldBe(HttpStatusCode.OK);
        (await firm.SignInAsync(ben.Email, "another subject")).UserId.ShouldBe(ben.UserId);
    }

    [Fact]
    public async Task Somebody_new_becomes_a_user_with_access_to_nothing_if_the_company_wants_that()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var email = $"new.person@{firm.Domain}";
        await firm.UseAsync(SsoProtocol.Oidc, justInTime: false);
        (await CodeAsync(() => firm.SignInAsync(email))).ShouldBe("sso_no_access");
        await firm.UseAsync(SsoProtocol.Oidc);

        var person = await firm.SignInAsync(firm.IdentityOf(email) with { FullName = null });

        var session = await App.Client(person.Token).GetAsync("session");
        (session.At("role"), session.At("caseAccess"), session.At("agentAccess"), session.At("user.fullName")).ShouldBe(
            ("user", "assigned", "assigned", "new person")
        );
        session.Json["caseTypes"]!.AsArray().ShouldBeEmpty();
        (await App.Client().PostAsync("auth/sign-in", new { email, password = "" })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await firm.SignInAsync(email)).UserId.ShouldBe(person.UserId);
    }

    [Fact]
    public async Task Just_in_time_members_take_seats()
    {
        var firm = await SsoFirm.FoundAsync(App);
        (await firm.Admin.PatchAsync("companies/current", new { seatLimit = 1 })).ShouldBe(HttpStatusCode.OK);
        (await CodeAsync(() => firm.SignInAsync($"new@{firm.Domain}"))).ShouldBe("seat_limit_reached");
    }

    [Fact]
    public async Task Who_registered_an_address_without_proving_it_loses_the_account_to_its_owner()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var squatter = await App.SignUpUnverifiedAsync($"ben@{firm.Domain}");

        var ben = await firm.SignInAsync(squatter.Email);

        ben.CompanyId.ShouldBe(firm.Owner.CompanyId);
        (await App.Client(squatter.Token).GetAsync("session")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await App.Client().PostAsync("auth/sign-in", new { email = squatter.Email, password = Person.Password })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "invalid_credentials"
        );
    }

    [Fact]
    public async Task A_connection_that_is_not_in_use_signs_nobody_in()
    {
        var firm = await SsoFirm.FoundAsync(App);
        await firm.UseAsync(protocol: null);
        (await CodeAsync(() => firm.SignInAsync(firm.Owner.Email))).ShouldBe("sso_unavailable");
    }

    [Fact]
    public async Task The_domain_alone_says_where_somebody_signs_in()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var known = (await App.Client().GetAsync($"auth/sso?email={Uri.EscapeDataString(firm.Owner.Email)}")).ShouldBe(HttpStatusCode.OK);
        var unknown = (await App.Client().GetAsync($"auth/sso?email=owned%40{firm.Domain}")).ShouldBe(HttpStatusCode.OK);
        known.Json["available"]!.GetValue<bool>().ShouldBeTrue();
        unknown.Text.Replace("owned", "owner", StringComparison.Ordinal).ShouldBe(known.Text);
        foreach (var email in new[] { "", "nonsense", "ben@gmail.com", $"ben@sub.{firm.Domain}" })
            (await App.Client().GetAsync($"auth/sso?email={Uri.EscapeDataString(email)}")).Json["available"]!
                .GetValue<bool>()
                .ShouldBeFalse();
    }

    [Fact]
    public async Task The_sign_in_page_leads_there_and_says_why_it_ended()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var browser = App.Browser();
        (await browser.GetAsync("/sign-in?returnTo=%2Fhome")).Links.ShouldContain(link => link.Url == "/sign-in/sso?returnTo=%2Fhome");
        var page = await browser.SubmitAsync("/sign-in/sso?returnTo=%2Fhome", "sso", ("email", $"new@{firm.Domain}"));
        page.Links.ShouldContain(link => link.Url == $"/sso/start?email=new%40{firm.Domain}&returnTo=%2Fhome");
        (await browser.SubmitAsync("/sign-in/sso", "sso", ("email", "ben@gmail.com"))).ShouldSay("isn't available for this address");
        (await browser.GetAsync("/sign-in?refused=sso_no_access")).ShouldSay("You don't have access to this company.");
        (await browser.GetAsync("/sign-in?refused=%3Cscript%3E")).ShouldSay("wasn't accepted").Text.ShouldNotContain("script");
        (await browser.GetAsync("/sso/complete?code=nothing")).ShouldSay("has expired or began in another browser");
    }

    [Fact]
    public async Task What_came_by_a_post_is_fetched_once_and_only_by_the_browser_that_began_it()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var (mine, other) = (App.Browser(), App.Browser());
        var code = await KeepAsync(firm, "request-1");
        var cookie = CookieOf(firm, "request-1");

        (await other.GetAsync($"/sso/complete?code={code}")).ShouldSay("began in another browser");
        (await WithCookieAsync(other, CookieOf(firm, "request-2"), await KeepAsync(firm, "request-1"))).ShouldBe(
            "/sign-in?refused=sso_attempt_expired"
        );
        (await WithCookieAsync(mine, cookie, code)).ShouldBe("/home");
        (await mine.GetAsync("/home")).ShouldBe(HttpStatusCode.OK);
        (await WithCookieAsync(App.Browser(), cookie, code)).ShouldBe("/sign-in?refused=sso_attempt_expired");
        (await WithCookieAsync(App.Browser(), "tampered" + cookie, await KeepAsync(firm, "request-1"))).ShouldBe(
            "/sign-in?refused=sso_attempt_expired"
        );
    }

    private static async Task<string?> WithCookieAsync(PageClient browser, string cookie, string code) =>
        (await browser.SendOnceAsync(HttpMethod.Get, $"/sso/complete?code={code}", null, ("Cookie", $"kayse_sso={cookie}"))).Location;

    private async Task<string> KeepAsync(SsoFirm firm, string attemptId)
    {
        var code = SsoAttempt.NewId();
        var outcome = new SsoOutcome(
            attemptId,
            firm.IdentityOf(firm.Owner.Email),
            new SsoTestReport([new SsoCheck("Signature", true)], [])
        );
        var grains = App.Services.GetRequiredService<IGrainFactory>();
        await grains.GetGrain<ISsoOnceGrain>(SsoOnceKeys.Of(firm.ConnectionId, code)).KeepAsync(code, outcome);
        return code;
    }

    private string CookieOf(SsoFirm firm, string attemptId)
    {
        var attempt = new SsoAttempt(
            SsoAttempt.NewId(),
            SsoPurpose.SignIn,
            firm.Owner.CompanyId,
            SsoProtocol.Oidc,
            ConnectionVersion: 1,
            App.Clock.GetUtcNow()
        )
        {
            ReturnTo = "/home",
            Secrets = new Dictionary<string, string>(StringComparer.Ordinal) { [SsoOutcomes.AttemptId] = attemptId },
        };
        var protector = App.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Kayse.Sso.Attempt");
        return protector.Protect(System.Text.Json.JsonSerializer.Serialize(attempt));
    }

    private static async Task<string> CodeAsync(Func<Task> work) => (await Should.ThrowAsync<RefusedException>(work)).Code;
}
