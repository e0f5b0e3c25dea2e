namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells an admin that the record of a verified domain is gone (CO-12).</summary>
/// <param name="Domain">In its ASCII form.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.domain-lost")]
internal sealed record DomainLostEmail([property: Id(0)] string Company, [property: Id(1)] string Domain) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var (company, domain) = (MailName.Of(Company), MailName.Of(Domain));
        return new EmailLayout(
            Subject: $"We couldn't find the verification record of {domain}",
            Preheader: "Publish it again to keep the domain verified.",
            Paragraphs:
            [
                $"{company} has verified the domain {domain} on Kayse. When we checked it again, its TXT record was missing from the DNS "
                    + "or had another value.",
                "Nothing has changed yet: the domain still counts as verified. If it is yours, publish the record again; you find its "
                    + "name and value under Domains. If it isn't, remove it there.",
            ],
            Button: "Open domains",
            Link: context.Links.Domains,
            Notes: [$"You get this email because you are an admin of {company}."]
        );
    }
}
