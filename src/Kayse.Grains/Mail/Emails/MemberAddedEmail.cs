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
            Preheader: $"Your role is {Role}. There is nothing to accept.",
            Paragraphs:
            [
                $"{inviter} added you to {company} on Kayse. Your role is {Role}.",
                $"You are already an administrator on Kayse, so there is nothing to accept. The next time you sign in, you'll find "
                    + $"{company} in your list of companies.",
            ],
            Button: "Open Kayse",
            Link: context.Links.Console,
            Notes:
            [
                $"If you don't know {inviter} or don't want access to {company}, you can leave it at any time from your list of "
                    + "companies.",
            ]
        );
    }
}
