namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells an admin that a member has asked for their account to be deleted, or has taken that back (PR-4).</summary>
/// <param name="DueAt">When it is to be deleted; null when they keep it.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.member-deletion")]
internal sealed record MemberDeletionEmail(
    [property: Id(0)] string Company,
    [property: Id(1)] string Member,
    [property: Id(2)] string UserId,
    [property: Id(3)] DateTimeOffset? DueAt
) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var (company, member) = (MailName.Of(Company), MailName.Of(Member));
        return DueAt is { } due
            ? new EmailLayout(
                Subject: $"{member} asked for their account to be deleted",
                Preheader: $"It will be deleted on {Times.Instant(due)}.",
                Paragraphs:
                [
                    $"{member} of {company} asked for their Kayse account to be deleted. Unless they change their mind, it will be "
                        + $"deleted on {Times.Instant(due)}.",
                    "What belongs to the company stays. Reassign their work before then.",
                ],
                Button: "Open member",
                Link: context.Links.Member(UserId),
                Notes: []
            )
            : new EmailLayout(
                Subject: $"{member} is keeping their account",
                Preheader: "They took back their request to be deleted.",
                Paragraphs: [$"{member} of {company} took back the request to have their Kayse account deleted. Nothing changes."],
                Button: "Open member",
                Link: context.Links.Member(UserId),
                Notes: []
            );
    }
}
