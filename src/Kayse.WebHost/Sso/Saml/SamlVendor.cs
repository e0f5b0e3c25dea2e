namespace Kayse.WebHost.Sso.Saml;

/// <summary>What an identity provider calls the things that both sides have to agree on.</summary>
/// <param name="Name">The provider.</param>
/// <param name="Application">What to create there.</param>
/// <param name="EntityId">Its name for our entity ID.</param>
/// <param name="AcsUrl">Its name for where responses are posted to.</param>
/// <param name="NameId">What to choose as the name of a person.</param>
/// <param name="Attributes">How to send the email address.</param>
/// <param name="Metadata">Where its own metadata is found.</param>
/// <param name="Remark">What else to know.</param>
public sealed record SamlVendor(
    string Name,
    string Application,
    string EntityId,
    string AcsUrl,
    string NameId,
    string Attributes,
    string Metadata,
    string Remark
)
{
    /// <summary>Okta.</summary>
    public static readonly SamlVendor Okta = new(
        "Okta",
        "Applications, Create App Integration, SAML 2.0",
        "Audience URI (SP Entity ID)",
        "Single sign-on URL",
        "Name ID format: Persistent",
        "Attribute Statements: email with the value user.email, displayName with user.displayName",
        "Sign On, Metadata details, Metadata URL",
        "To encrypt assertions, choose AES256-GCM and RSA-OAEP, and upload the certificate from below."
    );

    /// <summary>Microsoft Entra ID.</summary>
    public static readonly SamlVendor Entra = new(
        "Microsoft Entra ID",
        "Enterprise applications, New application, Create your own application, then Single sign-on, SAML",
        "Identifier (Entity ID)",
        "Reply URL (Assertion Consumer Service URL)",
        "Unique User Identifier (Name ID): user.objectid, with the format Persistent",
        "Attributes & Claims: emailaddress with the value user.mail",
        "SAML Certificates, App Federation Metadata Url",
        "Under SAML Certificates, choose SHA-256 as Signing Algorithm. Leave token encryption off: its mode isn't accepted."
    );

    /// <summary>Google Workspace.</summary>
    public static readonly SamlVendor Google = new(
        "Google Workspace",
        "Apps, Web and mobile apps, Add app, Add custom SAML app",
        "Entity ID",
        "ACS URL",
        "Name ID format: PERSISTENT. Name ID: Basic Information, Primary email",
        "Attribute mapping: Primary email to email",
        "Option 1: Download metadata, to paste it here",
        "Select Signed response. Google doesn't publish its metadata at an address, so add new certificates here by yourself."
    );

    /// <summary>Those that are described.</summary>
    public static IReadOnlyList<SamlVendor> All { get; } = [Okta, Entra, Google];

    /// <summary>Whose entity ID it is; null for others.</summary>
    public static SamlVendor? Of(string? entityId) =>
        entityId switch
        {
            null => null,
            _ when entityId.StartsWith("http://www.okta.com/", StringComparison.Ordinal) => Okta,
            _ when entityId.StartsWith("https://sts.windows.net/", StringComparison.Ordinal) => Entra,
            _ when entityId.StartsWith("https://accounts.google.com/", StringComparison.Ordinal) => Google,
            _ => null,
        };
}
