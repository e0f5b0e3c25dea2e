namespace Kayse.Grains.Mail.Emails;

/// <summary>Reminds a Super Admin that an access review is due (CO-15).</summary>
/// <param name="Quarter">Such as <c>Q4 2026</c>.</param>
/// <param name="OpenReviewId">The review that is still open; null when none is.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.access-review-due")]
internal sealed record AccessReviewDueEmail(
    [property: Id(0)] string Company,
    [property: Id(1)] string Quarter,
    [property: Id(2)] string? OpenReviewId
) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var (company, quarter) = (MailName.Of(Company), MailName.Of(Quarter));
        return new EmailLayout(
            Subject: OpenReviewId is null ? $"Time to review access at {company}" : $"The access review at {company} is still open",
            Preheader: OpenReviewId is null ? $"Your access review for {quarter} is due." : "Some decisions may be missing.",
            Paragraphs: OpenReviewId is null
                ?
                [
                    $"The access review of {company} for {quarter} is due.",
                    "Look through who has access and when they last used it, and decide whether they keep it. It ends with a dated report.",
                ]
                :
                [
                    $"An access review of {company} is still open, and a new quarter has begun.",
                    "Decide about the members who are left, then close it to get its report.",
                ],
            Button: OpenReviewId is null ? "Review access" : "Continue review",
            Link: OpenReviewId is null ? context.Links.AccessReviews : context.Links.AccessReview(OpenReviewId),
            Notes: [$"Super Admins of {company} get this email once a quarter. You can turn it off on the page of access reviews."]
        );
    }
}
