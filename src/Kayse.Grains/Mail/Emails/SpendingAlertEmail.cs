using System.Globalization;
using Kayse.Grains.Billing;

namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells somebody how a company's spending compares with its monthly cap (CO-10).</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Spent">In minor units.</param>
/// <param name="Projected">What the month is expected to come to, in minor units; null while that can't be said.</param>
/// <param name="Cap">In minor units.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.spending-alert")]
internal sealed record SpendingAlertEmail(
    [property: Id(0)] string Company,
    [property: Id(1)] AlertThreshold Threshold,
    [property: Id(2)] DateOnly Month,
    [property: Id(3)] long Spent,
    [property: Id(4)] long? Projected,
    [property: Id(5)] long Cap,
    [property: Id(6)] string Currency
) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var company = MailName.Of(Company);
        var month = Month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        var (spent, cap) = (Money.Format(Spent, Currency), Money.Format(Cap, Currency));
        var (subject, sentence) = Threshold switch
        {
            AlertThreshold.Reached => (
                $"{company} has reached its spending cap for {month}",
                $"{company} has spent {spent} in {month}. That is the monthly cap of {cap}, or more."
            ),
            AlertThreshold.Near => (
                $"{company} has used 80% of its spending cap for {month}",
                $"{company} has spent {spent} in {month}. That is 80% of the monthly cap of {cap}, or more."
            ),
            _ => (
                $"{company} is likely to exceed its spending cap for {month}",
                $"{company} has spent {spent} in {month} so far, and its monthly cap is {cap}."
            ),
        };
        List<string> paragraphs = [sentence];
        if (Projected is { } projected)
            paragraphs.Add($"At the current pace, the whole month will come to about {Money.Format(projected, Currency)}.");
        paragraphs.Add("Your service continues. Kayse never stops it because of a cap.");
        return new EmailLayout(
            Subject: subject,
            Preheader: $"{spent} of {cap} spent.",
            Paragraphs: paragraphs,
            Button: "Open billing preferences",
            Link: context.Links.BillingPreferences,
            Notes: ["Each alert is sent once a month, and again if the cap is raised."]
        );
    }
}
