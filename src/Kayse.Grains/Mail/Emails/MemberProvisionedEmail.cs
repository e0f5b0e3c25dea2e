namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells somebody with an account that a company's identity provider has added them (EN-3).</summary>
/// <param name="Role">The role as people read it: <c>User</c>.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.member-provisioned")]
internal sealed record MemberProvisionedEmail([property: Id(0)] string Company, [property: Id(1)] string Role) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var company = MailName.Of(Company);
        return new EmailLayout(
            Subject: $"{company} added you on Kayse",
            Preheader: $"Your role is {Role}. There is nothing to accept.",
            Paragraphs:
            [
                $"{company} manages its people with an identity provider, which has just added you to the company on Kayse. Your role is "
                    + $"{Role}.",
                $"You already have a Kayse account, so there is nothing to accept. You'll find {company} in your list of companies.",
            ],
            Button: "Open Kayse",
            Link: context.Links.Console,
            Notes: [$"If you don't want access to {company}, you can leave it at any time from your list of companies."]
        );
    }
}
