namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells a Super Admin that they are the billing contact now, as the last one is no longer an admin (CO-10).</summary>
[GenerateSerializer, Immutable, Alias("kayse.email.billing-contact")]
internal sealed record BillingContactEmail([property: Id(0)] string Company) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var company = MailName.Of(Company);
        return new EmailLayout(
            Subject: $"You are now the billing contact of {company}",
            Preheader: "The previous billing contact is no longer an admin.",
            Paragraphs:
            [
                $"The primary billing contact of {company} on Kayse is no longer an admin there. "
                    + "As a Super Admin, you are the billing contact now.",
                "You can choose somebody else in the billing preferences.",
            ],
            Button: "Open billing preferences",
            Link: context.Links.BillingPreferences,
            Notes: []
        );
    }
}
