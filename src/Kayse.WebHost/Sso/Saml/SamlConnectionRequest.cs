using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>
/// Sets up a company's SAML connection, or replaces its settings: from the provider's metadata, at an address or as text, or
/// from its single values.
/// </summary>
internal sealed class SamlConnectionRequest
{
    /// <summary>
    /// Where the provider's metadata is. It is read now and again every day, so that new certificates are found by
    /// themselves. The other values are ignored then.
    /// </summary>
    public string? MetadataUrl { get; init; }

    /// <summary>The provider's metadata as text. The values below are ignored then.</summary>
    public string? Metadata { get; init; }

    /// <summary>The provider's entity ID, exactly as it stands in its responses.</summary>
    public string? EntityId { get; init; }

    /// <summary>Where people are sent to sign in.</summary>
    public string? SignOnUrl { get; init; }

    /// <summary>Whether requests reach it by <c>redirect</c> or by <c>post</c>; absent for <c>redirect</c>.</summary>
    public SamlBinding? Binding { get; init; }

    /// <summary>The certificates that the provider signs with, each in PEM or base64; at most 10.</summary>
    public IReadOnlyList<string>? Certificates { get; init; }

    /// <summary>
    /// Whether members must sign in by this connection, which people can sign in by then. Null or absent leaves it as it is.
    /// </summary>
    public bool? Enforced { get; init; }
}
