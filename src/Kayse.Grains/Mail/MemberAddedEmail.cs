namespace Kayse.Grains.Mail;

/// <summary>Tells an admin of another company that they were added to this one without being asked (IN-8).</summary>
/// <param name="RoleLabel">The role as people read it: <c>Super Admin</c>.</param>
/// <param name="Link">Where they sign in.</param>
public sealed record MemberAddedEmail(string CompanyName, string InviterName, string PersonName, string RoleLabel, Uri Link)
{
    public EmailContent Compose()
    {
        var (company, inviter) = (MailName.Of(CompanyName), MailName.Of(InviterName));
        return new EmailLayout(
            Subject: $"{inviter} added you to {company} on Kayse",
            Preheader: $"You have access as {RoleLabel} now.",
            Greeting: $"Hello {MailName.Of(PersonName)},",
            Paragraphs:
            [
                $"{inviter} has added you to {company} on Kayse as {RoleLabel}.",
                "Because you are an administrator on Kayse already, there is nothing to accept: the company is in your list the next time you sign in, beside those that you had.",
            ],
            ButtonLabel: "Open Kayse",
            Link,
            Notes:
            [
                $"If you do not know {inviter} or do not want this, you can leave {company} again at any time in your list of companies.",
            ]
        ).Render();
    }

    public override string ToString() => nameof(MemberAddedEmail);
}
