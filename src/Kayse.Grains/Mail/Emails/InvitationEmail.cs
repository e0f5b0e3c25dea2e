namespace Kayse.Grains.Mail.Emails;

/// <summary>Invites a person to join a company (IN-3). Its secret is the token of the invitation.</summary>
/// <param name="Role">The role as people read it: <c>Super Admin</c>.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.invitation")]
internal sealed record InvitationEmail(
    [property: Id(0)] string Company,
    [property: Id(1)] string Inviter,
    [property: Id(2)] string Role,
    [property: Id(3)] DateTimeOffset SentAt,
    [property: Id(4)] DateTimeOffset ExpiresAt
) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var (company, inviter) = (MailName.Of(Company), MailName.Of(Inviter));
        var lifetime = Times.InWords(ExpiresAt - SentAt);
        return new EmailLayout(
            Subject: $"{inviter} invited you to join {company} on Kayse",
            Preheader: $"Your role will be {Role}. The invitation is valid for {lifetime}.",
            Paragraphs:
            [
                $"{inviter} invited you to join {company} on Kayse. Your role will be {Role}.",
                $"The invitation is valid for {lifetime}, until {Times.Instant(ExpiresAt)}.",
            ],
            Button: "Accept invitation",
            Link: context.Links.AcceptInvitation(context.Secret),
            Notes:
            [
                "This link is only for you and works once. Please don't forward this email.",
                $"If you don't know {inviter} or weren't expecting this invitation, you can ignore this email. You join only if you "
                    + "accept.",
            ]
        );
    }
}
