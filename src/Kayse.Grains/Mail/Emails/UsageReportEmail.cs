using Kayse.Grains.Subscriptions;

namespace Kayse.Grains.Mail.Emails;

/// <summary>Brings a scheduled report of a company's usage (CO-9). The link has no secret: it leads to sign-in.</summary>
/// <param name="CompanyName">Whose usage it is.</param>
/// <param name="From">The first day that it is about.</param>
/// <param name="To">The day after the last.</param>
/// <param name="WasDueAt">When it should have been sent; null when it is in time.</param>
/// <param name="IsAttached">Whether the file comes with it; otherwise it is too large.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.usage-report")]
internal sealed record UsageReportEmail(
    [property: Id(0)] string CompanyName,
    [property: Id(1)] DateOnly From,
    [property: Id(2)] DateOnly To,
    [property: Id(3)] DateTimeOffset? WasDueAt,
    [property: Id(4)] bool IsAttached
) : Email
{
    public override SubscriptionKind? Subscription => SubscriptionKind.Reports;

    public override EmailLayout Write(EmailContext context)
    {
        var days = Days.Of(From, To);
        var name = MailName.Of(CompanyName);
        return new(
            Subject: $"{(WasDueAt is null ? "Usage report" : "Late usage report")} for {name}: {days}",
            Preheader: IsAttached ? "The report is attached." : "Sign in to download the report.",
            Paragraphs:
            [
                $"Here is what {name} used: {days}.",
                .. WasDueAt is { } dueAt
                    ? [$"It is late: it was due on {Times.Instant(dueAt)}, and covers all days since the last report."]
                    : Array.Empty<string>(),
                IsAttached ? "The report is attached." : "The report is too large to be attached. Sign in to download it.",
            ],
            Button: "Open reports",
            Link: context.Links.UsageReport(From, To),
            Notes: []
        );
    }
}
