using System.Net;
using Kayse.WebHost.Tests.AccessMatrix;

namespace Kayse.WebHost.Tests.Pages;

/// <summary>What people see of themselves.</summary>
internal sealed class ProfilePages : IPageTable
{
    public IEnumerable<PageRow> Rows =>
        [
            new PageRow("/home", Audience.SignedIn),
            new PageRow("/help", Audience.SignedIn),
            new PageRow("/help/request-change", Audience.HoldersOf("billing.manage")),
            new PageRow("/profile", Audience.SignedIn),
            new PageRow("/profile/photo", Audience.SignedIn),
            new PageRow("/profile/appearance", Audience.SignedIn),
            new PageRow("/whats-new", Audience.SignedIn),
            new PageRow("/whats-new/ignore", Audience.SignedIn),
            new PageRow("/profile/email", Audience.SignedIn),
            new PageRow("/profile/security", Audience.SignedIn),
            new PageRow("/profile/security/password", Audience.SignedIn),
            new PageRow("/profile/security/two-factor", Audience.SignedIn),
            new PageRow("/profile/security/two-factor/off", Audience.SignedIn),
            new PageRow("/profile/security/backup-codes", Audience.SignedIn),
            new PageRow("/profile/security/passkeys/add", Audience.SignedIn),
            // There is none.
            new PageRow("/profile/security/passkeys/{Id}/rename", Audience.SignedIn).ButForSignedIn("404"),
            new PageRow("/profile/security/passkeys/{Id}/remove", Audience.SignedIn).ButForSignedIn("404"),
            new PageRow("/passkey-offer", Audience.SignedIn),
            // It leads out of another restriction than the one that the scene has.
            new PageRow("/set-up-two-factor", Audience.SignedIn),
            new PageRow("/profile/companies", Audience.SignedIn),
            new PageRow("/profile/companies/{companyId}/leave", Audience.SignedIn).On(call =>
                Task.FromResult(call.Person?.CompanyId ?? "none")
            ),
            new PageRow("/profile/privacy", Audience.SignedIn),
            new PageRow("/profile/privacy/delete", Audience.SignedIn),
            new PageRow("/profile/privacy/export", Audience.SignedIn),
            new PageRow("/profile/privacy/exports/{Id}", Audience.SignedIn).On(PrivacyRoutes.ExportOfAsync),
            new PageRow("/profile/sessions/timeout", Audience.SignedIn),
            new PageRow("/profile/api-keys", Audience.SignedIn),
            new PageRow("/profile/api-keys/new", Audience.SignedIn),
            new PageRow("/profile/api-keys/{keyId}/regenerate", Audience.SignedIn).On(KeyOfAsync),
            new PageRow("/profile/api-keys/{keyId}/revoke", Audience.SignedIn).On(KeyOfAsync),
        ];

    // One of the caller's own, where they may have one.
    private static async Task<string> KeyOfAsync(AccessCall call)
    {
        var answer = await call
            .Scene.App.Client(call.Person?.Token)
            .PostAsync("me/api-keys", new { name = "Reports", permissions = new[] { "read" } });
        return answer.Status == HttpStatusCode.Created ? answer.At("id") : "none";
    }
}
