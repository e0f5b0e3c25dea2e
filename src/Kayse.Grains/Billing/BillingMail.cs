using System.Globalization;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Members;

namespace Kayse.Grains.Billing;

/// <summary>Mails about billing. Their ids are the same for the same news, so that nobody gets any of it twice.</summary>
internal static class BillingMail
{
    private static readonly TimeSpan _usefulFor = TimeSpan.FromDays(3);

    /// <summary>Somebody is the primary contact now, as the last one is no longer an admin.</summary>
    public static OutgoingMail ContactPassed(string companyId, string company, CompanyPerson heir, long version, DateTimeOffset now) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{companyId}-billing-contact-{version}"),
            heir.Email,
            heir.FullName,
            new BillingContactEmail(company),
            now + _usefulFor
        )
        {
            Company = new MailCompany(companyId, company),
        };

    public static IEnumerable<OutgoingMail> Alerts(
        string companyId,
        SpendingAlertEmail alert,
        IEnumerable<CompanyPerson> recipients,
        int capRaises,
        DateTimeOffset now
    ) =>
        recipients.Select(person => new OutgoingMail(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{companyId}-cap-{alert.Month:yyyyMM}-{(int)alert.Threshold}-{capRaises}-{person.UserId}"
            ),
            person.Email,
            person.FullName,
            alert,
            now + _usefulFor
        )
        {
            Company = new MailCompany(companyId, alert.Company),
        });
}
