namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells an admin of another company that they were added to this one without being asked (IN-8).</summary>
/// <param name="Role">The role as people read it: <c>Super Admin</c>.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.member-added")]
internal sealed record MemberAddedEmail([property: Id(0)] string Company, [property: Id(1)] string Inviter, [property: Id(2)] string Role)
    : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var (company, inviter) = (MailName.Of(Company), MailName.Of(Inviter));
        return new EmailLayout(
            Subject: $"{inviter} added you to {company} on Kayse",
            Preheader: $"You have access as {Role} now.",
            Paragraphs:
            [
                $"{inviter} has added you to {company} on Kayse as {Role}.",
                "Because you are an administrator on Kayse already, there is nothing to accept: the company is in your list the next "
                    + "time you sign in, beside those that you had.",
            ],
            Button: "Open Kayse",
            Link: context.Links.Console,
            Notes:
            [
                $"If you do not know {inviter} or do not want this, you can leave {company} again at any time in your list of companies.",
            ]
        );
    }
}
