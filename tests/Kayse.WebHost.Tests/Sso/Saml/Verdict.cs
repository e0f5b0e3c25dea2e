using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kayse.WebHost.Sso.Saml;

namespace Kayse.WebHost.Tests.Sso.Saml;

/// <summary>Validates responses as the connection of the samples would.</summary>
internal static class Verdict
{
    public static readonly SamlExpectation Expected = new()
    {
        IdentityProvider = SampleResponse.IdentityProvider,
        EntityId = SampleResponse.EntityId,
        AcsUrl = SampleResponse.AcsUrl,
        Now = SampleResponse.Now,
    };

    public static SamlOutcome On(byte[] xml, SamlExpectation? expected = null) =>
        SamlResponseValidator.Validate(xml, new SignedAssertions([Signer.Trusted.Certificate], [OurKey.Value]), expected ?? Expected);

    public static readonly Lazy<RSA> OurKey = new(() => RSA.Create(2048));

    public static SamlOutcome On(byte[] xml, params X509Certificate2[] certificates) =>
        SamlResponseValidator.Validate(xml, new SignedAssertions(certificates, []), Expected);
}
