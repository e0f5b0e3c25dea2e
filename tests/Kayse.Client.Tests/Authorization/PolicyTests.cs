using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Kayse.Client.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kayse.Client.Tests.Authorization;

/// <summary>Policies by permission, beside the app's own.</summary>
public sealed class PolicyTests
{
    private readonly StubKayse _kayse = new();

    [Fact]
    public async Task The_policies_of_the_app_still_work()
    {
        await using var app = await ProtectedApp.StartAsync(
            _kayse,
            before: services =>
                services
                    .AddAuthorizationBuilder()
                    .AddPolicy("valeOnly", policy => policy.RequireClaim(KayseClaimTypes.CompanyName, "Vale Law"))
                    .AddPolicy("others", policy => policy.RequireClaim(KayseClaimTypes.CompanyName, "Other Law")),
            routes: app =>
            {
                app.MapGet("/vale", () => "ok").RequireAuthorization("valeOnly");
                app.MapGet("/others", () => "ok").RequireAuthorization("others");
                app.MapGet("/admins", [Authorize(Roles = KayseRoles.Admin)] () => "ok");
                app.MapGet("/users", [Authorize(Roles = KayseRoles.User)] () => "ok");
            }
        );

        (await app.GetAsync("/vale")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.GetAsync("/others")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.GetAsync("/users")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.GetAsync("/admins")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_policy_provider_of_the_app_is_asked_for_its_names()
    {
        await using var app = await ProtectedApp.StartAsync(
            _kayse,
            before: services => services.AddSingleton<IAuthorizationPolicyProvider, NobodyPolicies>(),
            routes: app => app.MapGet("/nobody", () => "ok").RequireAuthorization("nobody")
        );

        (await app.GetAsync("/nobody")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.GetAsync("/crm")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_permission_that_another_scheme_claims_does_not_count()
    {
        await using var app = await ProtectedApp.StartAsync(
            _kayse,
            before: services => services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, EverythingScheme>("Everything", null),
            routes: app =>
                app.MapGet("/both", [Authorize(AuthenticationSchemes = "Everything", Policy = "kayse:billing.read")] () => "ok")
        );

        await (await app.GetAsync("/both")).ShouldRefuseAsync(HttpStatusCode.Forbidden, "forbidden");
        (await app.GetAsync("/billing", token: null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private sealed class NobodyPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
    {
        public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
            Task.FromResult<AuthorizationPolicy?>(new AuthorizationPolicyBuilder().RequireAssertion(_ => policyName != "nobody").Build());
    }

    private sealed class EverythingScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var identity = new ClaimsIdentity([new Claim(KayseClaimTypes.Permission, "billing.read")], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
