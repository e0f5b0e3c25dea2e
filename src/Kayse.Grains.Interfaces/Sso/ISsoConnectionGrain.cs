using Orleans.Concurrency;

namespace Kayse.Grains.Sso;

/// <summary>
/// A connection to an identity provider, keyed by <see cref="SsoConnectionIds"/>: its settings, the secrets among them
/// encrypted at rest. Changed by <see cref="ICompanySsoGrain"/> only, which decides who may.
/// </summary>
[Alias("kayse.sso-connection-grain")]
public interface ISsoConnectionGrain : IGrainWithStringKey
{
    /// <summary>
    /// The connection with its secrets, for the flows of the protocols; null when it isn't set up. Never to be shown as it
    /// is: <see cref="SsoConnection.WithoutSecrets"/>.
    /// </summary>
    [ReadOnly, Alias("get")]
    Task<SsoConnection?> GetAsync();

    /// <summary>
    /// Takes the settings, checked by the protocol's rules, of which those that are null where that is allowed stay as they
    /// are; refuses <c>validation_failed</c>. May be repeated: settings that are there already change nothing.
    /// </summary>
    [Alias("configure")]
    Task<SsoConnection> ConfigureAsync(ConfigureSso command);

    /// <summary>
    /// Takes what the SAML provider's metadata says now, without a new version: it is the same provider. Another provider's
    /// metadata, or one that can't be used, changes nothing. May be repeated.
    /// </summary>
    [Alias("refresh-saml")]
    Task RefreshSamlAsync(SamlProvider provider);

    /// <summary>Forgets the settings. May be repeated.</summary>
    [Alias("remove")]
    Task RemoveAsync();
}

/// <summary>Sets a connection up, or changes it.</summary>
/// <param name="CompanyId">Whose it is.</param>
/// <param name="Protocol">How the provider is spoken to.</param>
[GenerateSerializer, Immutable, Alias("kayse.configure-sso")]
public sealed record ConfigureSso([property: Id(0)] string CompanyId, [property: Id(1)] SsoProtocol Protocol)
{
    /// <summary>For OpenID Connect.</summary>
    [Id(2)]
    public OidcSettings? Oidc { get; init; }

    /// <summary>For SAML.</summary>
    [Id(3)]
    public SamlSettings? Saml { get; init; }
}
