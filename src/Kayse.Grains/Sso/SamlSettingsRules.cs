using Kayse.Grains.Errors;

namespace Kayse.Grains.Sso;

/// <summary>What the settings of a SAML identity provider have to be.</summary>
internal static class SamlSettingsRules
{
    private const int MaxLength = 1000;

    /// <summary>The settings, checked and as they are kept; refuses <c>validation_failed</c>.</summary>
    /// <param name="wanted">As they were entered, or read from metadata.</param>
    /// <param name="before">Those there are, for what is to stay as it is; null when there are none.</param>
    public static SamlSettings Check(SamlSettings wanted, SamlSettings? before)
    {
        var errors = new FieldErrors();
        var entityId = errors.Required("entityId", wanted.EntityId, MaxLength);
        var url = errors.Required("signOnUrl", wanted.SignOnUrl, MaxLength);
        errors.ThrowIfAny();
        return wanted with { EntityId = entityId, SignOnUrl = url, PrivateKeys = wanted.PrivateKeys ?? before?.PrivateKeys };
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
}
