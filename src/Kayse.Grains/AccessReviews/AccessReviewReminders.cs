using System.Globalization;
using Kayse.Grains.Companies;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Members;

namespace Kayse.Grains.AccessReviews;

/// <summary>Reminds the Super Admins of a company that a review is due.</summary>
internal sealed class AccessReviewReminders(AccessReviewContext reviews)
{
    /// <summary>The reminder of Orleans, and how often it looks whether the day has come.</summary>
    public const string Name = "quarterly";
    public static readonly TimeSpan Period = TimeSpan.FromDays(1);

    private const int MaxRecipients = 50;
    private static readonly TimeSpan _usefulFor = TimeSpan.FromDays(14);
    private static readonly CompanyRight _superAdmin = new(Role.SuperAdmin, []);

    /// <summary>The mails of a quarter; the same ones however often they are made.</summary>
    /// <param name="due">When they were due.</param>
    /// <param name="now">What time it is.</param>
    public async Task<IReadOnlyList<SendReviewReminder>> OfAsync(DateTimeOffset due, DateTimeOffset now)
    {
        var admins = await reviews.Grains.GetGrain<ICompanyAccessGrain>(reviews.CompanyId).ListWithRightAsync(_superAdmin);
        var open = await reviews.Records.FindOpenAsync();
        var email = new AccessReviewDueEmail(admins.CompanyName, Times.Quarter(due), open?.Id);
        var day = due.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return
        [
            .. admins
                .People.Take(MaxRecipients)
                .Select(person => new SendReviewReminder(
                    new OutgoingMail(
                        $"{reviews.CompanyId}-access-review-{day}-{person.UserId}",
                        person.Email,
                        person.FullName,
                        email,
                        now + _usefulFor
                    )
                    {
                        Company = new MailCompany(reviews.CompanyId, admins.CompanyName),
                    }
                )),
        ];
    }
}
