namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells a Super Admin that the certificate of the company's identity provider will end (EN-2).</summary>
/// <param name="Company">The company's name.</param>
/// <param name="EndsAt">When it ends.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.saml-certificate")]
internal sealed record SamlCertificateEmail([property: Id(0)] string Company, [property: Id(1)] DateTimeOffset EndsAt) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var company = MailName.Of(Company);
        return new EmailLayout(
            Subject: $"Single sign-on at {company} needs a new certificate",
            Preheader: $"The current one ends on {Times.Instant(EndsAt)}.",
            Paragraphs:
            [
                $"{company} signs in to Kayse with SAML. The certificate that your identity provider signs with ends on "
                    + $"{Times.Instant(EndsAt)}. From then on, nobody can sign in that way.",
                "Create a new signing certificate at your identity provider and add it under Single sign-on, beside the current one. "
                    + "If the connection reads your provider's metadata from an address, that happens by itself.",
            ],
            Button: "Open single sign-on",
            Link: context.Links.SingleSignOn,
            Notes: [$"You get this email because you are a Super Admin of {company}."]
        );
    }
}
