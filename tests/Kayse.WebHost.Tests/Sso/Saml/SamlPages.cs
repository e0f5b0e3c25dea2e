using Kayse.WebHost.Tests.AccessMatrix;
using Kayse.WebHost.Tests.Pages;

namespace Kayse.WebHost.Tests.Sso.Saml;

/// <summary>The pages of the SAML connection. Only Super Admins change it.</summary>
internal sealed class SamlPages : IPageTable
{
    public IEnumerable<PageRow> Rows =>
        [
            new PageRow("/settings/single-sign-on/saml", Audience.SuperAdmins),
            new PageRow("/settings/single-sign-on/saml/remove", Audience.SuperAdmins),
            new PageRow("/settings/single-sign-on/saml/certificates/{fingerprint}/remove", Audience.SuperAdmins).On(
                SamlRoutes.CertificateAsync
            ),
        ];
}
