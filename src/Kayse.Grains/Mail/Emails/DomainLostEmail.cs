namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells an admin that the record of a verified domain is gone (CO-12).</summary>
/// <param name="Domain">In its ASCII form.</param>
/// <param name="RecordName">The name of the record.</param>
/// <param name="RecordValue">What it has to hold.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.domain-lost")]
internal sealed record DomainLostEmail(
    [property: Id(0)] string Company,
    [property: Id(1)] string Domain,
    [property: Id(2)] string RecordName,
    [property: Id(3)] string RecordValue
) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var company = MailName.Of(Company);
        return new EmailLayout(
            Subject: $"We couldn't find the verification record of {MailName.Of(Domain)}",
            Preheader: "Publish it again to keep the domain verified.",
            Paragraphs:
            [
                $"{company} verified the domain {MailName.Of(Domain)} on Kayse. When we checked it again, its TXT record was no longer in the "
                    + "DNS, or had another value.",
                "Nothing has changed yet: the domain still counts as verified. If it is still yours, publish the record again. If it "
                    + "isn't, remove the domain from Kayse.",
                $"Name: {RecordName}",
                $"Value: {RecordValue}",
            ],
            Button: "Open domains",
            Link: context.Links.Domains,
            Notes: [$"You get this email because you are an admin of {company}."]
        );
    }
}
