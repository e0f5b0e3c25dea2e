using System.Text;

namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells a person that their account is deleted, with the signed certificate of that (PR-4).</summary>
[GenerateSerializer, Immutable, Alias("kayse.email.deletion-certificate")]
internal sealed record DeletionCertificateEmail(
    [property: Id(0)] string Reference,
    [property: Id(1)] DateTimeOffset DeletedAt,
    [property: Id(2)] string Certificate
) : Email
{
    public override EmailLayout Write(EmailContext context) =>
        new(
            Subject: "Your Kayse account has been deleted",
            Preheader: "The certificate is attached.",
            Paragraphs:
            [
                $"Your Kayse account was deleted on {Times.Instant(DeletedAt)}.",
                "The attached certificate says what was erased and what is kept. It is signed, and doesn't contain your name or "
                    + $"address. If you have questions, give this reference: {MailName.Of(Reference)}",
            ],
            Button: "Public keys for the certificate",
            Link: context.Links.CertificateKeys,
            Notes: ["This is the last email about this account."]
        )
        {
            Attachment = new EmailAttachment("deletion-certificate.jws", "application/jose", Encoding.ASCII.GetBytes(Certificate)),
        };
}
