using System.Net;
using Kayse.Grains.Errors;
using Kayse.Grains.Sso;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Sso;

/// <summary>What a session opens that began with single sign-on: the company whose provider vouched, and nothing else.</summary>
public sealed class SsoSessionTests(SharedApp shared) : AppTests(shared)
{
    /// <summary>Of the person alone, or of the active company; all other changes under /me are about the account as a whole.</summary>
    private static readonly HashSet<string> _ownOrActiveCompany =
    [
        "PATCH /me",
        "PUT /me/photo",
        "DELETE /me/photo",
        "DELETE /me/two-factor/reset",
        "DELETE /me/trusted-devices/{id}",
        "POST /me/api-keys",
        "PUT /me/session-settings",
        "PUT /me/appearance",
        "DELETE /me/deletion-request",
        "POST /me/pairing-codes",
        // The company decides, and is no other's.
        "POST /me/companies/{company}/leave",
        // For holders of a link, whoever they are.
        "POST /me/email/confirm",
        "POST /me/email/undo",
        "PUT /me/subscriptions",
    ];

    [Fact]
    public async Task It_opens_no_other_company_of_the_person()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var other = await App.SignUpAsync();
        var ben = await firm.JoinAsync("ben");
        await firm.WorksAlsoInAsync(ben, other);

        var byPassword = App.Client(ben.Token);
        (await byPassword.GetAsync($"companies/{other.CompanyId}")).ShouldBe(HttpStatusCode.OK);

        var bySso = App.Client((await firm.SignInAsync(ben.Email)).Token);
        (await bySso.GetAsync("companies/current")).ShouldBe(HttpStatusCode.OK);
        (await bySso.GetAsync($"companies/{other.CompanyId}")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await bySso.GetAsync($"companies/{other.CompanyId}/members")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await bySso.PostAsync("session/company", new { companyId = other.CompanyId })).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "sso_company_only"
        );
        (await bySso.GetAsync("me/companies")).Json["items"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task It_accepts_no_invitation_to_another_company()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var ben = await firm.JoinAsync("ben");
        var other = await App.SignUpAsync();
        var token = await firm.InvitedByAsync(other, ben.Email);
        var bySso = App.Client((await firm.SignInAsync(ben.Email)).Token);

        (await bySso.PostAsync("invitations/accept", new { token })).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");

        (await bySso.PostAsync("invitations/accept", new { token, password = Person.Password })).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("POST", "me/password")]
    [InlineData("POST", "me/email")]
    [InlineData("POST", "me/two-factor/setup")]
    [InlineData("POST", "me/two-factor/enable")]
    [InlineData("POST", "me/two-factor/disable")]
    [InlineData("POST", "me/two-factor/backup-codes")]
    [InlineData("POST", "me/passkeys/options")]
    [InlineData("POST", "me/passkeys")]
    public async Task It_changes_no_way_to_sign_in(string method, string path)
    {
        var firm = await SsoFirm.FoundAsync(App);
        var ben = await firm.SignInAsync(firm.Owner.Email, authenticatedAt: App.Clock.GetUtcNow());

        (await App.Client(ben.Token).SendAsync(new HttpMethod(method), path, new { })).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "sso_session_limited"
        );
    }

    [Fact]
    public async Task What_reaches_into_other_companies_is_refused_to_who_has_any()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var ben = await firm.JoinAsync("ben");
        var bySso = App.Client((await firm.SignInAsync(ben.Email)).Token);
        (await bySso.GetAsync("me/sessions")).ShouldBe(HttpStatusCode.OK);

        await firm.WorksAlsoInAsync(ben, await App.SignUpAsync());

        (await bySso.GetAsync("me/sessions")).ShouldRefuse(HttpStatusCode.Forbidden, "sso_session_limited");
        (await bySso.PostAsync("me/sessions/sign-out-everywhere")).ShouldRefuse(HttpStatusCode.Forbidden, "sso_session_limited");
        (await App.Client(ben.Token).GetAsync("me/sessions")).ShouldBe(HttpStatusCode.OK);
        (await App.Browser(await firm.SignInAsync(ben.Email)).GetAsync("/profile/sessions")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_app_that_is_paired_from_it_opens_no_more_than_it_does()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var ben = await firm.SignInAsync(firm.Owner.Email, authenticatedAt: App.Clock.GetUtcNow());
        var code = (await App.Client(ben.Token).PostAsync("me/pairing-codes")).ShouldBe(HttpStatusCode.Created).At("code");

        var app = (await App.Client().PostAsync("auth/pair", new { code })).ShouldBe(HttpStatusCode.OK);

        var sessions = App.Services.GetRequiredService<IGrainFactory>().GetGrain<Kayse.Grains.Sessions.ISessionsGrain>(ben.UserId);
        var paired = (await sessions.ListSessionsAsync()).Single(session => session.Id == app.At("session.id"));
        (paired.SsoConnectionId, paired.CompanyId).ShouldBe((firm.ConnectionId, ben.CompanyId));
    }

    [Fact]
    public void Every_change_of_an_account_says_whether_single_sign_on_may_make_it()
    {
        var undecided = App
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/me/", StringComparison.Ordinal))
            .Where(endpoint => endpoint.Metadata.GetMetadata<AccountWide>() is null)
            .Select(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single(), endpoint.RoutePattern.RawText!))
            .Select(route => $"{route.Item1} {route.Item2["/api/v1".Length..].TrimEnd('/')}")
            .Where(route => !route.StartsWith("GET ", StringComparison.Ordinal) && !_ownOrActiveCompany.Contains(route))
            .Where(route =>
                !route.Contains("/notification", StringComparison.Ordinal) && !route.Contains("/release-notes", StringComparison.Ordinal)
            )
            .Where(route => !route.Contains("/push-", StringComparison.Ordinal));

        undecided.ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_person_confirms_their_identity_at_the_provider_and_nowhere_else()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var before = App.Clock.GetUtcNow() - TimeSpan.FromHours(3);
        var ben = await firm.SignInAsync(firm.Owner.Email, authenticatedAt: before);
        var client = App.Client(ben.Token);
        var policy = new { breakGlassUserIds = (string[]?)null, inUse = "oidc" };
        (await client.SendAsync(HttpMethod.Put, "companies/current/sso", policy)).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "step_up_required"
        );
        (await client.PostAsync("auth/step-up", new { password = Person.Password })).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "sso_step_up_required"
        );
        var page = await App.Browser(ben).GetAsync("/step-up?returnTo=%2Fsettings%2Fsecurity-policy");
        page.ShouldSay("at your identity provider").Forms.ShouldNotContain(form => form.Name == "step-up");
        page.Links.ShouldContain(link => link.Url == "/sso/step-up?returnTo=%2Fsettings%2Fsecurity-policy");

        var now = App.Clock.GetUtcNow();
        var user = App.Services.GetRequiredService<IGrainFactory>().GetGrain<Kayse.Grains.Users.ISsoSignInGrain>(ben.UserId);
        var identity = firm.IdentityOf(ben.Email) with { AuthenticatedAt = now };
        foreach (
            var wrong in new[]
            {
                identity with
                {
                    AuthenticatedAt = before,
                },
                identity with
                {
                    AuthenticatedAt = null,
                },
                identity with
                {
                    Subject = "somebody else",
                },
                identity with
                {
                    ConnectionId = SsoConnectionIds.Of(ben.CompanyId, SsoProtocol.Saml),
                },
            }
        )
            (await Should.ThrowAsync<RefusedException>(() => user.StepUpBySsoAsync(ben.SessionId, wrong, now))).Code.ShouldBe(
                "sso_failed"
            );
        var renewed = await user.StepUpBySsoAsync(ben.SessionId, identity, now);

        (await client.GetAsync("session")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await App.Client(renewed.Session.Token).SendAsync(HttpMethod.Put, "companies/current/sso", policy)).ShouldBe(HttpStatusCode.OK);
    }
}
