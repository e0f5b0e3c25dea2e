using System.Text.Json.Serialization;
using Kayse.Grains.State;

namespace Kayse.Grains.Sso;

[NoPersonalData("How a company's identity provider is reached.")]
internal sealed record SsoConnectionState
{
    /// <summary>Whose it is; null while it was never set up.</summary>
    public string? CompanyId { get; init; }

    public SsoProtocol Protocol { get; init; }

    /// <summary>Grows with every change, and stays when the settings are removed.</summary>
    public long Version { get; init; }

    /// <summary>Without the secret; null when it isn't set up, or speaks SAML.</summary>
    public OidcSettings? Oidc { get; init; }

    /// <summary>Without the private keys; null when it isn't set up, or speaks OpenID Connect.</summary>
    public SamlSettings? Saml { get; init; }

    /// <summary>The secret or the private keys, encrypted; null when there are none.</summary>
    public byte[]? ProtectedSecret { get; init; }

    [JsonIgnore]
    public bool IsSetUp => Oidc is not null || Saml is not null;
}
