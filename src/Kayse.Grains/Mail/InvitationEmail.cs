namespace Kayse.Grains.Mail;

/// <summary>Asks a person to join a company.</summary>
/// <param name="RoleLabel">The role as people read it: <c>Super Admin</c>.</param>
/// <param name="Link">The page on which the invitation is accepted, with its token after <c>#</c>. Never logged: it
/// lets its holder in.</param>
/// <param name="Lifetime">How long the invitation is good for from the moment it is sent.</param>
/// <param name="ExpiresAt">The instant at which it ends.</param>
public sealed record InvitationEmail(
    string CompanyName,
    string InviterName,
    string InviteeName,
    string RoleLabel,
    Uri Link,
    TimeSpan Lifetime,
    DateTimeOffset ExpiresAt
)
{
    public EmailContent Compose()
    {
        var (company, inviter) = (MailName.Of(CompanyName), MailName.Of(InviterName));
        var within = Times.InWords(Lifetime);
        return new EmailLayout(
            Subject: $"{inviter} invited you to join {company} on Kayse",
            Preheader: $"Accept within {within} to get access as {RoleLabel}.",
            Greeting: $"Hello {MailName.Of(InviteeName)},",
            Paragraphs:
            [
                $"{inviter} has invited you to join {company} on Kayse as {RoleLabel}.",
                $"Please accept within {within}. The invitation ends on {Times.Instant(ExpiresAt)}.",
            ],
            ButtonLabel: "Accept the invitation",
            Link,
            Notes:
            [
                "The link is for you alone and works once. Please do not forward this mail.",
                $"If you do not know {inviter} or did not expect this, you can ignore this mail: nothing happens unless the invitation is accepted.",
            ]
        ).Render();
    }

    public override string ToString() => nameof(InvitationEmail);
}
