using System.Text;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Sso;

/// <summary>
/// The ids of connections. A company has one connection of each protocol, and its id is known before it is set up: the
/// identity provider wants addresses that contain it first. Never to be changed.
/// </summary>
public static class SsoConnectionIds
{
    /// <summary>The id of a company's connection of that protocol.</summary>
    public static string Of(string companyId, SsoProtocol protocol) =>
        EntityId.From(Encoding.UTF8.GetBytes($"{companyId} sso {(protocol == SsoProtocol.Oidc ? "oidc" : "saml")}"));

    /// <summary>Whether an id is one of the company's.</summary>
    public static bool IsOf(string companyId, string connectionId) =>
        connectionId == Of(companyId, SsoProtocol.Oidc) || connectionId == Of(companyId, SsoProtocol.Saml);
}
