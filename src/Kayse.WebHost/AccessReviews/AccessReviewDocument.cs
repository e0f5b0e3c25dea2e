using Kayse.Grains.AccessReviews;
using Kayse.Grains.Documents;
using Kayse.Grains.Members;

namespace Kayse.WebHost.AccessReviews;

/// <summary>The report as a document to read and keep.</summary>
internal static class AccessReviewDocument
{
    private static readonly IReadOnlyList<DocumentColumn> _columns =
    [
        new("Member", Share: 3),
        new("Access", Share: 4),
        new("Last active", Share: 1.4),
        new("Result", Share: 3.4),
    ];

    public static Document Of(string companyName, AccessReviewView review, IReadOnlyList<AccessReviewItem> items) =>
        new(
            $"Access review {review.Name}",
            review.ClosedAt!.Value,
            [
                new DocumentParagraph(companyName),
                new DocumentParagraph(
                    $"Started by {review.StartedBy.FullName} on {ReportWords.Minute(review.StartedAt)}. "
                        + $"Closed by {review.ClosedBy!.FullName} on {ReportWords.Minute(review.ClosedAt.Value)}."
                ),
                new DocumentParagraph(ReportWords.Of(review.Counts)),
                new DocumentParagraph(
                    "The access of each member is as it was before the decision. Decisions were carried out when they were made. "
                        + "Dates are in UTC."
                ),
                new DocumentTable(_columns, [.. items.Select(RowOf)]),
            ]
        )
        {
            Footer = $"Access review {review.Name}, {companyName}",
        };

    private static IReadOnlyList<string> RowOf(AccessReviewItem item) =>
        [
            Lines([item.FullName, item.Email, item.Status == MemberStatus.Deactivated ? "Deactivated" : ""]),
            Lines(ReportWords.LinesOf(item.Access)),
            item.LastActiveAt is { } at ? ReportWords.Day(at) : "Never",
            Lines([ReportWords.Of(item.State), .. item.Decision is { } decision ? LinesOf(decision) : []]),
        ];

    private static IEnumerable<string> LinesOf(ReviewedDecision decision)
    {
        if (decision is { Kind: AccessDecision.Reduce, After: { } after })
            yield return $"To {string.Join("; ", ReportWords.LinesOf(after))}";
        yield return $"{decision.ByName ?? decision.ByUserId}, {ReportWords.Day(decision.At)}";
        if (decision.Note is { } note)
            yield return $"“{note}”";
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));
}
