using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>A company's SAML connection.</summary>
/// <param name="ServiceProvider">What to enter at the identity provider; the same from before the connection is set up.</param>
/// <param name="IdentityProvider">The identity provider; null while none is set up.</param>
/// <param name="InUse">Whether people can sign in by it.</param>
/// <param name="Enforced">Whether members have to.</param>
internal sealed record SamlConnectionResponse(
    SamlServiceProviderResponse ServiceProvider,
    SamlIdentityProviderResponse? IdentityProvider,
    bool InUse,
    bool Enforced
)
{
    public static SamlConnectionResponse Of(SamlView view) =>
        new(
            new SamlServiceProviderResponse(
                view.ServiceProvider.EntityId,
                view.ServiceProvider.AcsUrl,
                view.ServiceProvider.EntityId,
                [.. view.OurCertificates.Select(SamlCertificateResponse.Of)]
            ),
            view.Settings is { } settings
                ? new SamlIdentityProviderResponse(
                    settings.EntityId,
                    settings.SignOnUrl,
                    settings.Binding,
                    settings.MetadataUrl,
                    view.Times.ReadAt,
                    view.Times.FailedAt,
                    [.. view.TheirCertificates.Select(SamlCertificateResponse.Of)]
                )
                : null,
            view.IsInUse,
            view.IsEnforced
        );
}

/// <summary>What to enter at the identity provider.</summary>
/// <param name="EntityId">The entity ID, which is also the audience.</param>
/// <param name="AcsUrl">The assertion consumer service URL, where responses are posted to.</param>
/// <param name="MetadataUrl">Where the identity provider can read all of this.</param>
/// <param name="Certificates">
/// With which requests are signed, and for which assertions may be encrypted; empty when requests aren't signed. The first
/// one signs.
/// </param>
internal sealed record SamlServiceProviderResponse(
    string EntityId,
    string AcsUrl,
    string MetadataUrl,
    IReadOnlyList<SamlCertificateResponse> Certificates
);

/// <summary>An identity provider.</summary>
/// <param name="EntityId">Its entity ID.</param>
/// <param name="SignOnUrl">Where people are sent to sign in.</param>
/// <param name="Binding">How requests reach it.</param>
/// <param name="MetadataUrl">Where its metadata is read every day; null when it isn't.</param>
/// <param name="MetadataReadAt">When it was last read; null: never.</param>
/// <param name="MetadataFailedAt">When reading it last failed since then; null: it didn't.</param>
/// <param name="Certificates">The certificates that it may sign with. One that has ended is no longer accepted.</param>
internal sealed record SamlIdentityProviderResponse(
    string EntityId,
    string SignOnUrl,
    SamlBinding Binding,
    string? MetadataUrl,
    DateTimeOffset? MetadataReadAt,
    DateTimeOffset? MetadataFailedAt,
    IReadOnlyList<SamlCertificateResponse> Certificates
);

/// <summary>A certificate.</summary>
/// <param name="Fingerprint">Its SHA-256 fingerprint, in hexadecimal.</param>
/// <param name="Certificate">In base64 (DER).</param>
/// <param name="NotBefore">From when it is valid.</param>
/// <param name="NotAfter">Until when.</param>
internal sealed record SamlCertificateResponse(string Fingerprint, string Certificate, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    public static SamlCertificateResponse Of(SamlCertificateView view) =>
        new(view.Fingerprint, view.Base64, view.NotBefore, view.NotAfter);
}
