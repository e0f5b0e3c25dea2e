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
        var within = Times.InWords(ExpiresAt - SentAt);
        return new EmailLayout(
            Subject: $"{inviter} invited you to join {company} on Kayse",
            Preheader: $"Accept within {within} to get access as {Role}.",
            Paragraphs:
            [
                $"{inviter} has invited you to join {company} on Kayse as {Role}.",
                $"Please accept within {within}. The invitation ends on {Times.Instant(ExpiresAt)}.",
            ],
            Button: "Accept the invitation",
            Link: context.Links.AcceptInvitation(context.Secret),
            Notes:
            [
                "The link is for you alone and works once. Please do not forward this mail.",
                $"If you do not know {inviter} or did not expect this, you can ignore this mail: nothing happens unless the invitation "
                    + "is accepted.",
            ]
        );
    }
}
