using System.Net;
using Kayse.WebHost.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.ApiKeys;

/// <summary>
/// What API keys of a Super Admin and of a company open: every route times every permission that a key can have.
/// </summary>
public sealed class ApiKeyAccessTests(SharedApp shared) : AppTests(shared)
{
    // Routes that are not here serve no key.
    private static readonly Dictionary<string, string> _needed = new(StringComparer.Ordinal)
    {
        ["GET /session"] = "any",
        ["POST /authorize"] = "any",
        ["POST /authorize/batch"] = "any",
        ["GET /me"] = "any",
        ["GET /companies/{company}"] = "read",
        ["PATCH /companies/{company}"] = "admin",
        ["GET /companies/{company}/retention"] = "read",
        ["PUT /companies/{company}/retention"] = "admin",
        ["GET /companies/{company}/security-policy"] = "read",
        ["PUT /companies/{company}/security-policy"] = "admin",
        ["GET /companies/{company}/scopes"] = "read",
        ["POST /companies/{company}/scopes"] = "admin",
        ["GET /companies/{company}/scopes/{id}"] = "read",
        ["PATCH /companies/{company}/scopes/{id}"] = "admin",
        ["DELETE /companies/{company}/scopes/{id}"] = "admin",
        ["GET /companies/{company}/members"] = "read",
        ["GET /companies/{company}/members/{userId}"] = "read",
        ["GET /companies/{company}/members/{userId}/access"] = "read",
        ["POST /companies/{company}/members/{userId}/access/preview"] = "admin",
        ["GET /companies/{company}/members/{userId}/offboarding"] = "read",
        ["GET /companies/{company}/access"] = "read",
        ["PATCH /companies/{company}/members/{userId}"] = "admin",
        ["DELETE /companies/{company}/members/{userId}"] = "admin",
        ["POST /companies/{company}/members/{userId}/deactivate"] = "admin",
        ["POST /companies/{company}/members/{userId}/reactivate"] = "admin",
        ["POST /companies/{company}/members/{userId}/sign-out"] = "admin",
        ["GET /companies/{company}/sessions"] = "admin",
        ["DELETE /companies/{company}/sessions/{id}"] = "admin",
        ["GET /companies/{company}/sign-in-history"] = "admin",
        ["GET /companies/{company}/audit-log"] = "admin",
        ["GET /companies/{company}/audit-log/verification"] = "admin",
        ["GET /companies/{company}/events-feed"] = "read",
        ["POST /sms/segments"] = "read",
        ["GET /companies/{company}/branding"] = "read",
        ["PATCH /companies/{company}/branding"] = "write",
        ["GET /companies/{company}/logos/{kind}"] = "read",
        ["PUT /companies/{company}/logos/{kind}"] = "write",
        ["DELETE /companies/{company}/logos/{kind}"] = "write",
        ["GET /companies/{company}/business-hours"] = "read",
        ["GET /companies/{company}/billing-preferences"] = "read",
        ["PUT /companies/{company}/billing-preferences"] = "admin",
        ["GET /companies/{company}/wallet"] = "read",
        ["POST /companies/{company}/wallet/refills"] = "write",
        ["GET /companies/{company}/usage/report"] = "read",
        ["GET /companies/{company}/report-schedules"] = "read",
        ["POST /companies/{company}/report-schedules"] = "admin",
        ["GET /companies/{company}/report-schedules/{id}"] = "read",
        ["PATCH /companies/{company}/report-schedules/{id}"] = "admin",
        ["DELETE /companies/{company}/report-schedules/{id}"] = "admin",
        ["POST /companies/{company}/events"] = "write",
        ["PUT /companies/{company}/business-hours"] = "write",
        ["GET /companies/{company}/business-hours/status"] = "read",
        ["POST /companies/{company}/business-hours/federal-holidays"] = "write",
        ["POST /companies/{company}/business-hours/import"] = "write",
        ["GET /companies/{company}/business-hours/events"] = "read",
        ["PUT /companies/{company}/business-hours/events"] = "write",
        ["GET /companies/{company}/sso"] = "read",
        ["GET /companies/{company}/sso/saml"] = "read",
        ["GET /companies/{company}/domains"] = "read",
        ["POST /companies/{company}/domains"] = "admin",
        ["POST /companies/{company}/domains/{domain}/verify"] = "admin",
        ["DELETE /companies/{company}/domains/{domain}"] = "admin",
        ["GET /companies/{company}/webhooks"] = "admin",
        ["GET /companies/{company}/webhooks/{id}"] = "admin",
        ["PATCH /companies/{company}/webhooks/{id}"] = "admin",
        ["DELETE /companies/{company}/webhooks/{id}"] = "admin",
        ["POST /companies/{company}/webhooks/{id}/test"] = "admin",
        ["POST /companies/{company}/webhooks/{id}/replay"] = "admin",
        ["GET /companies/{company}/webhooks/{id}/deliveries"] = "read",
        ["POST /companies/{company}/usage"] = "write",
        ["GET /companies/{company}/usage"] = "read",
        ["GET /companies/{company}/scim"] = "admin",
        ["GET /companies/{company}/scim/tokens"] = "admin",
        ["GET /companies/{company}/scim/groups"] = "admin",
        ["GET /companies/{company}/scim/activity"] = "admin",
        ["GET /companies/{company}/usage/members"] = "read",
        ["GET /companies/{company}/usage/agents"] = "read",
        ["GET /companies/{company}/sso/oidc"] = "read",
        ["GET /companies/{company}/access-review-reminder"] = "admin",
        ["GET /companies/{company}/access-reviews"] = "admin",
        ["GET /companies/{company}/access-reviews/{id}"] = "admin",
        ["GET /companies/{company}/access-reviews/{id}/report"] = "admin",
        ["GET /companies/{company}/access-reviews/{id}/members"] = "admin",
        ["GET /companies/{company}/access-reviews/{id}/members/{userId}"] = "admin",
        ["GET /companies/{company}/catalogue/agents"] = "read",
        ["PUT /companies/{company}/catalogue/agents"] = "write",
        ["GET /companies/{company}/catalogue/case-types"] = "read",
        ["PUT /companies/{company}/catalogue/case-types"] = "write",
        ["GET /companies/{company}/invitations"] = "read",
        ["POST /companies/{company}/invitations"] = "write",
        ["POST /companies/{company}/invitations/bulk"] = "write",
        ["GET /companies/{company}/invitations/{id}"] = "read",
        ["PATCH /companies/{company}/invitations/{id}"] = "write",
        ["POST /companies/{company}/invitations/{id}/resend"] = "write",
        ["DELETE /companies/{company}/invitations/{id}"] = "delete",
        ["GET /photos/{name}"] = "read",
    };

    // Where a person has to answer for what is done.
    private static readonly string[] _onlyOfPeople =
    [
        "GET /me",
        "GET /companies/{company}/billing-preferences",
        "PUT /companies/{company}/billing-preferences",
        "GET /companies/{company}/wallet",
        "POST /companies/{company}/wallet/refills",
        "GET /companies/{company}/usage",
        "GET /companies/{company}/usage/members",
        "GET /companies/{company}/usage/agents",
        "GET /companies/{company}/usage/report",
        "GET /companies/{company}/report-schedules",
        "POST /companies/{company}/report-schedules",
        "GET /companies/{company}/report-schedules/{id}",
        "PATCH /companies/{company}/report-schedules/{id}",
        "DELETE /companies/{company}/report-schedules/{id}",
        "POST /companies/{company}/invitations",
        "POST /companies/{company}/invitations/bulk",
        "PATCH /companies/{company}/invitations/{id}",
        "POST /companies/{company}/invitations/{id}/resend",
    ];

    [Fact]
    public async Task A_key_opens_what_it_was_made_for_and_no_more()
    {
        var owner = await App.SignUpAsync();
        var routes = App
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<Kayse.WebHost.Http.Callers.Access>()!.Caller
                == Kayse.WebHost.Http.Callers.AccessKind.SignedIn
            )
            .Select(endpoint =>
                $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()} {endpoint.RoutePattern.RawText!["/api/v1".Length..].TrimEnd('/')}"
            )
            .ToList();
        _needed.Keys.ShouldBeSubsetOf(routes);

        // A key has 100 requests a minute.
        var calls = from one in Keys from some in routes.Chunk(80) select (one.Permission, one.IsOfCompany, Routes: some);
        foreach (var (permission, isOfCompany, some) in calls)
        {
            var key = await MakeAsync(owner, permission, isOfCompany);
            foreach (var route in some)
            {
                var (method, path) = (
                    route.Split(' ')[0],
                    route
                        .Split(' ')[1]
                        .Replace("{company}", "current", StringComparison.Ordinal)
                        .Replace("{id}", "none", StringComparison.Ordinal)
                        .Replace("{userId}", "none", StringComparison.Ordinal)
                        .Replace("{domain}", "none", StringComparison.Ordinal)
                );
                var answer = await App.Client(key).SendAsync(new HttpMethod(method), path[1..], null);
                var served =
                    !(isOfCompany && _onlyOfPeople.Contains(route, StringComparer.Ordinal))
                    && _needed.TryGetValue(route, out var needed)
                    && (needed == "any" || needed == permission || permission == "admin");
                ((answer.Status, answer.Code) == (HttpStatusCode.Forbidden, "forbidden")).ShouldBe(
                    !served,
                    $"{route} with a key {(isOfCompany ? "of the company" : "")} for {permission}: {answer.Text}"
                );
            }
        }
    }

    private static IEnumerable<(string Permission, bool IsOfCompany)> Keys =>
        from permission in new[] { "read", "write", "delete", "admin" }
        from isOfCompany in new[] { false, true }
        select (permission, isOfCompany);

    private async Task<string> MakeAsync(Person person, string permission, bool isOfCompany) =>
        (
            await App.Client(person.Token)
                .PostAsync(
                    isOfCompany ? "companies/current/service-keys" : "me/api-keys",
                    new { name = permission, permissions = new[] { permission } }
                )
        )
            .ShouldBe(HttpStatusCode.Created)
            .At("key");
}
