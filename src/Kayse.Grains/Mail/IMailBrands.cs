namespace Kayse.Grains.Mail;

/// <summary>Finds how the company that a mail is about looks when the mail is sent.</summary>
internal interface IMailBrands
{
    /// <summary>Null for a mail that is Kayse's own, and while the company has set nothing.</summary>
    Task<EmailBrand?> FindAsync(MailCompany? company, CancellationToken ct);
}
