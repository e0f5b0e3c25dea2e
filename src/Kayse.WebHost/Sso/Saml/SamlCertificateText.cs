namespace Kayse.WebHost.Sso.Saml;

/// <summary>Several certificates in one text.</summary>
internal static class SamlCertificateText
{
    private const string End = "-----END CERTIFICATE-----";

    /// <summary>One of them each; a text without PEM's lines is one in base64.</summary>
    public static IReadOnlyList<string> Split(string text) =>
        [.. text.Split(End).Select(part => part.Trim()).Where(part => part.Length > 0)];
}
