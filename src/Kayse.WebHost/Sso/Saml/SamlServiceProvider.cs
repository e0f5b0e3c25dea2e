namespace Kayse.WebHost.Sso.Saml;

/// <summary>What an identity provider has to know of us. It is the same from before a connection is set up.</summary>
/// <param name="ConnectionId">The connection.</param>
/// <param name="PublicUrl">Where we are reached.</param>
internal sealed record SamlServiceProvider(string ConnectionId, string PublicUrl)
{
    /// <summary>Our entity id, which is also where our metadata is.</summary>
    public string EntityId => $"{PublicUrl}/sso/saml/{ConnectionId}/metadata";

    /// <summary>Where responses are posted to.</summary>
    public string AcsUrl => $"{PublicUrl}/sso/saml/{ConnectionId}/acs";
}
