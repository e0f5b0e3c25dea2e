using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>Whether the identity provider says that the sign-in succeeded.</summary>
internal static class SamlStatus
{
    public static void EnsureSuccess(XmlElement response)
    {
        var status = response.OnlyElement("Status", SamlNames.Protocol, SamlCheckName.Status);
        var code = status?.OnlyElement("StatusCode", SamlNames.Protocol, SamlCheckName.Status)?.Attribute("Value");
        if (code != SamlNames.Success)
            throw new SamlRefusedException(SamlCheckName.Status, "The identity provider says that the sign-in did not succeed.");
    }
}
