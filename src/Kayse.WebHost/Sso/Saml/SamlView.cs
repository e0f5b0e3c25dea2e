using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>A company's SAML connection as it may be shown.</summary>
internal sealed record SamlView(
    SamlServiceProvider ServiceProvider,
    SamlSettings? Settings,
    SamlMetadataTimes Times,
    IReadOnlyList<SamlCertificateView> OurCertificates,
    bool IsInUse,
    bool IsEnforced
)
{
    public IReadOnlyList<SamlCertificateView> TheirCertificates => [.. (Settings?.Certificates ?? []).Select(SamlCertificateView.Of)];
}
