using System.Net;
using Kayse.WebHost.Tests.AccessMatrix;

namespace Kayse.WebHost.Tests.Pages;

/// <summary>The company's own pages.</summary>
internal sealed class CompanyPages : IPageTable
{
    public IEnumerable<PageRow> Rows =>
        [
            new PageRow("/settings/company", Audience.SignedIn),
            new PageRow("/settings/branding", Audience.Admins),
            new PageRow("/settings/business-hours", Audience.SignedIn),
            new PageRow("/settings/business-hours/exception", Audience.Admins),
            new PageRow("/settings/business-hours/import", Audience.Admins),
            new PageRow("/settings/domains", Audience.Admins),
            new PageRow("/settings/domains/new", Audience.Admins),
            new PageRow("/settings/domains/{name}", Audience.Admins).On(DomainRoutes.DomainAsync),
            new PageRow("/settings/domains/{name}/remove", Audience.Admins).On(DomainRoutes.DomainAsync),
            new PageRow("/settings/single-sign-on", Audience.Admins),
            new PageRow("/settings/single-sign-on/use", Audience.SuperAdmins),
            new PageRow("/settings/single-sign-on/test", Audience.Admins),
            new PageRow("/settings/provisioning", Audience.Admins),
            new PageRow("/settings/provisioning/activity", Audience.Admins),
            new PageRow("/settings/provisioning/tokens/new", Audience.SuperAdmins),
            new PageRow("/settings/provisioning/tokens/{tokenId}/revoke", Audience.SuperAdmins).On(ScimSettingsRoutes.TokenAsync),
            new PageRow("/settings/provisioning/resume", Audience.SuperAdmins),
            new PageRow("/settings/provisioning/allow-return", Audience.SuperAdmins),
            new PageRow("/settings/provisioning/groups/{groupId}", Audience.SuperAdmins).On(ScimSettingsRoutes.GroupAsync),
            new PageRow("/settings/webhooks", Audience.Admins),
            new PageRow("/settings/webhooks/new", Audience.Admins),
            new PageRow("/settings/webhooks/{id}", Audience.Admins).On(WebhookRoutes.WebhookAsync),
            new PageRow("/settings/webhooks/{id}/edit", Audience.Admins).On(WebhookRoutes.WebhookAsync),
            new PageRow("/settings/webhooks/{id}/rotate", Audience.Admins).On(WebhookRoutes.WebhookAsync),
            new PageRow("/settings/webhooks/{id}/replay", Audience.Admins).On(WebhookRoutes.WebhookAsync),
            new PageRow("/settings/webhooks/{id}/delete", Audience.Admins).On(WebhookRoutes.WebhookAsync),
            new PageRow("/settings/scopes", Audience.HoldersOf("members.read", "members.invite", "members.update")),
            new PageRow("/settings/scopes/new", Audience.Admins),
            new PageRow("/settings/scopes/{Id}/edit", Audience.Admins).On(MakeScopeAsync),
            new PageRow("/settings/scopes/{Id}/delete", Audience.Admins).On(MakeScopeAsync),
            new PageRow("/settings/catalogue", Audience.Admins),
            OfCatalogue(""),
            OfCatalogue("/edit"),
            new PageRow("/settings/service-keys", Audience.Admins),
            new PageRow("/settings/service-keys/new", Audience.Admins),
            new PageRow("/settings/service-keys/{keyId}/rotate", Audience.Admins).On(ServiceKeyAsync),
            new PageRow("/settings/service-keys/{keyId}/end-overlap", Audience.Admins).On(ServiceKeyAsync),
            new PageRow("/settings/service-keys/{keyId}/revoke", Audience.Admins).On(ServiceKeyAsync),
            new PageRow("/settings/billing", Audience.HoldersOf("billing.read")),
            new PageRow("/settings/billing/usage/{List}", Audience.HoldersOf("billing.read"))
                .On(_ => Task.FromResult("members"))
                .ButFor(caller => caller.Kind is CallerKind.Outsider or CallerKind.DeactivatedHere ? "200" : null),
            new PageRow("/settings/billing/reports", Audience.HoldersOf("billing.read")),
            new PageRow("/settings/billing/reports/new", Audience.SuperAdmins),
            new PageRow("/settings/billing/reports/{Id}/edit", Audience.SuperAdmins).On(ReportRoutes.MakeAsync),
            new PageRow("/settings/billing/reports/{Id}/delete", Audience.SuperAdmins).On(ReportRoutes.MakeAsync),
            new PageRow("/settings/security-policy", Audience.Admins),
            new PageRow("/settings/retention", Audience.Admins),
            new PageRow("/settings/sessions", Audience.Admins),
            new PageRow("/settings/sign-in-history", Audience.Admins),
            new PageRow("/settings/audit-log", Audience.Admins),
            new PageRow("/settings/audit-log/verification", Audience.Admins),
            new PageRow("/settings/audit-log/export", Audience.SuperAdmins),
            new PageRow("/settings/access-reviews", Audience.Admins),
            new PageRow("/settings/access-reviews/start", Audience.Admins),
            new PageRow("/settings/access-reviews/{ReviewId}", Audience.Admins).On(AccessReviewRoutes.OpenAsync),
            new PageRow("/settings/access-reviews/{ReviewId}/keep", Audience.Admins).On(AccessReviewRoutes.OpenAsync),
            new PageRow("/settings/access-reviews/{ReviewId}/close", Audience.Admins).On(AccessReviewRoutes.OpenAsync),
            OfReviewedMember("reduce"),
            OfReviewedMember("remove"),
        ];

    private static PageRow OfReviewedMember(string page) =>
        new PageRow($"/settings/access-reviews/{{ReviewId}}/members/{{UserId}}/{page}", Audience.Admins).On(
            AccessReviewRoutes.OpenWithMemberAsync
        );

    // The name of a list is the same in every company.
    private static PageRow OfCatalogue(string page) =>
        new PageRow($"/settings/catalogue/{{List}}{page}", Audience.Admins)
            .On(_ => Task.FromResult("agents"))
            .ButFor(caller => caller.Kind is CallerKind.Outsider or CallerKind.DeactivatedHere ? "200" : null);

    private static Task<string> ServiceKeyAsync(AccessCall call) => ServiceKeyRoutes.KeyAsync(call);

    private static async Task<string> MakeScopeAsync(AccessCall call)
    {
        var scope = new { name = $"Scope {Guid.NewGuid():N}", caseTypes = new[] { "Divorce" } };
        return (await call.Scene.AsOwner().PostAsync("companies/current/scopes", scope)).ShouldBe(HttpStatusCode.Created).At("id");
    }
}
