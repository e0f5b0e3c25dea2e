using Kayse.Grains.Errors;
using Kayse.Grains.Sso.Saml;

namespace Kayse.Grains.Sso;

/// <summary>What the settings of a SAML identity provider have to be.</summary>
internal static class SamlSettingsRules
{
    private const int MaxLength = 1000;
    private const int MaxKeysLength = 32 * 1024;

    /// <summary>The settings, checked and as they are kept; refuses <c>validation_failed</c>.</summary>
    /// <param name="wanted">As they were entered, or read from metadata.</param>
    /// <param name="before">Those there are, for what is to stay as it is; null when there are none.</param>
    public static SamlSettings Check(SamlSettings wanted, SamlSettings? before)
    {
        var errors = new FieldErrors();
        var entityId = errors.Required("entityId", wanted.EntityId, MaxLength);
        var url = UrlOf(errors, "signOnUrl", errors.Required("signOnUrl", wanted.SignOnUrl, MaxLength));
        var metadataUrl = UrlOf(errors, "metadataUrl", errors.Optional("metadataUrl", wanted.MetadataUrl, MaxLength));
        var certificates = CertificatesOf(errors, wanted.Certificates);
        if (wanted.PrivateKeys?.Length > MaxKeysLength)
            errors.Add("privateKeys", "There are too many keys.");
        errors.ThrowIfAny();
        return wanted with
        {
            EntityId = entityId,
            SignOnUrl = url!,
            MetadataUrl = metadataUrl,
            Certificates = certificates,
            PrivateKeys = wanted.PrivateKeys switch
            {
                null => before?.PrivateKeys,
                "" => null,
                var keys => keys,
            },
        };
    }

    /// <summary>
    /// The settings with what the provider's metadata says now; null when that is of another provider, or can't be used.
    /// </summary>
    public static SamlSettings? Refresh(SamlSettings settings, SamlProvider provider)
    {
        if (provider.EntityId != settings.EntityId)
            return null;
        try
        {
            var next = settings with { SignOnUrl = provider.SignOnUrl, Binding = provider.Binding, Certificates = provider.Certificates };
            return Check(next, settings);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    /// <summary>Whether nothing has changed.</summary>
    public static bool AreSame(SamlSettings? before, SamlSettings? after) =>
        before == after
        || (
            before is not null
            && after is not null
            && before with { Certificates = [] } == after with { Certificates = [] }
            && before.Certificates.SequenceEqual(after.Certificates, StringComparer.Ordinal)
        );

    /// <summary>Whether people are known by the same provider after the change, so that it can lock nobody out.</summary>
    public static bool IsSameProvider(SamlSettings before, SamlSettings after) => before.EntityId == after.EntityId;

    // A browser is sent there, or we fetch it: whether the latter may be is up to the guard of outgoing requests.
    private static string? UrlOf(FieldErrors errors, string field, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return text;
        var isUsable =
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url.UserInfo.Length == 0
            && url.Fragment.Length == 0
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
        if (!isUsable)
            errors.Add(field, "Enter an address that begins with https://.");
        return text;
    }

    private static string[] CertificatesOf(FieldErrors errors, IReadOnlyList<string> texts)
    {
        var certificates = texts.Take(SamlCertificates.Max + 1).Select(SamlCertificates.Normalize).ToArray();
        if (certificates.Length == 0)
            errors.Add("certificates", "Add the certificate that the identity provider signs with.");
        else if (certificates.Length > SamlCertificates.Max)
            errors.Add("certificates", $"There may be up to {SamlCertificates.Max} certificates.");
        else if (certificates.Contains(null))
            errors.Add(
                "certificates",
                "Each must be an X.509 certificate in PEM or base64, with an RSA key of 2048 bits or more, or an EC key."
            );
        return [.. certificates.OfType<string>().Distinct(StringComparer.Ordinal)];
    }
}
