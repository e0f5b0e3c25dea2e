namespace Kayse.WebHost.Sso.Saml;

/// <summary>What to change for a check that failed, in the words of the identity providers' own forms.</summary>
internal static class SamlFixes
{
    public static string? For(SamlCheckName check, SamlServiceProvider us) =>
        check switch
        {
            SamlCheckName.Algorithms => "Sign with SHA-256: Signature Algorithm RSA-SHA256 and Digest Algorithm SHA256 in Okta, "
                + "Signing Algorithm SHA-256 in Entra.",
            SamlCheckName.Signature => "Add the provider's current certificate to this connection: X.509 Certificate in Okta, "
                + "Certificate (Base64) in Entra, Certificate in Google. The response or the assertion must be signed.",
            SamlCheckName.Encryption => "In Okta, choose Encryption Algorithm AES256-GCM and Key Transport Algorithm RSA-OAEP with this "
                + "connection's certificate, or don't encrypt. In Entra, turn off token encryption.",
            SamlCheckName.Issuer => "Enter the provider's own name as its entity ID here: Issuer in Okta, Microsoft Entra Identifier in "
                + "Entra, Entity ID in Google.",
            SamlCheckName.Audience => $"Enter {us.EntityId} as Audience URI (SP Entity ID) in Okta, Identifier (Entity ID) in Entra, or "
                + "Entity ID in Google.",
            SamlCheckName.Recipient or SamlCheckName.Destination => $"Enter {us.AcsUrl} as Single sign-on URL in Okta, Reply URL "
                + "(Assertion Consumer Service URL) in Entra, or ACS URL in Google.",
            SamlCheckName.Time => "Compare the clocks of the identity provider and of Kayse.",
            SamlCheckName.NameId => "Choose a lasting name: Name ID format Persistent in Okta and Google, or Unique User Identifier "
                + "(Name ID) user.objectid in Entra.",
            SamlCheckName.Email => "Send one address as an attribute named email: Attribute Statements in Okta, Attributes & Claims in "
                + "Entra, Attribute mapping in Google.",
            SamlCheckName.InResponseTo or SamlCheckName.Replay => "Start the test again, and don't reload the provider's page.",
            _ => null,
        };
}
