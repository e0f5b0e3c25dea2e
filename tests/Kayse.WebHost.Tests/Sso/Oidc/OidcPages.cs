using Kayse.WebHost.Tests.AccessMatrix;
using Kayse.WebHost.Tests.Pages;

namespace Kayse.WebHost.Tests.Sso.Oidc;

/// <summary>The pages of the OpenID Connect connection. Only Super Admins change it.</summary>
internal sealed class OidcPages : IPageTable
{
    public IEnumerable<PageRow> Rows =>
        [
            new PageRow("/settings/single-sign-on/oidc", Audience.SuperAdmins),
            new PageRow("/settings/single-sign-on/oidc/remove", Audience.SuperAdmins),
        ];
}
