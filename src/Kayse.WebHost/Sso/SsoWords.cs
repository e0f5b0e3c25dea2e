using Kayse.Grains.Errors;
using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso;

/// <summary>The words for protocols.</summary>
internal static class SsoWords
{
    /// <summary>The protocol that an address names; refuses <c>not_found</c>.</summary>
    public static SsoProtocol ProtocolOf(string word) =>
        word switch
        {
            "oidc" => SsoProtocol.Oidc,
            "saml" => SsoProtocol.Saml,
            _ => throw new RefusedException(GeneralErrors.NotFound),
        };

    /// <summary>The protocol of a company's connection; refuses <c>sso_unavailable</c> for none of its own.</summary>
    public static SsoProtocol ProtocolOf(string companyId, string? connectionId) =>
        connectionId == SsoConnectionIds.Of(companyId, SsoProtocol.Oidc) ? SsoProtocol.Oidc
        : connectionId == SsoConnectionIds.Of(companyId, SsoProtocol.Saml) ? SsoProtocol.Saml
        : throw new RefusedException(SsoErrors.Unavailable);

    /// <summary>As an address names it.</summary>
    public static string Of(SsoProtocol protocol) => protocol == SsoProtocol.Oidc ? "oidc" : "saml";

    /// <summary>The provider of a connection, as it calls itself.</summary>
    public static string ProviderOf(SsoConnection connection) => connection.Oidc?.Issuer ?? connection.Saml?.EntityId ?? "";

    /// <summary>As people call it.</summary>
    public static string NameOf(SsoProtocol protocol) => protocol == SsoProtocol.Oidc ? "OpenID Connect" : "SAML 2.0";
}
