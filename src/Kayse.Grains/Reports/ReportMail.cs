using System.Globalization;
using Kayse.Grains.Blobs;
using Kayse.Grains.Companies;
using Kayse.Grains.Documents;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Members;
using Kayse.Grains.Subscriptions;
using Kayse.Grains.Usage;
using Kayse.Grains.Users;

namespace Kayse.Grains.Reports;

/// <summary>Writes a report and sends it to those of its recipients who may see it and want it. May be repeated.</summary>
internal sealed class ReportMail(string companyId, IGrainFactory grains, IBlobStore blobs, TimeProvider clock)
{
    /// <summary>Who may see what the company uses.</summary>
    public static readonly CompanyRight Readers = new(Role.User, [Permissions.ReadBilling]);

    public async Task SendAsync(SendReport step)
    {
        var readers = await grains.GetGrain<ICompanyAccessGrain>(companyId).ListWithRightAsync(Readers);
        var recipients = readers.People.Where(person => step.Recipients.Contains(person.UserId, StringComparer.Ordinal)).ToList();
        if (recipients.Count == 0)
            return;
        var attachment = await StoreAsync(step, readers.CompanyName);
        var email = new UsageReportEmail(readers.CompanyName, step.From, step.To, step.WasDueAt, attachment is not null);
        foreach (var recipient in recipients)
            await SendAsync(step, recipient, email, attachment);
    }

    private async Task SendAsync(SendReport step, CompanyPerson recipient, UsageReportEmail email, StoredAttachment? attachment)
    {
        var subscriptions = grains.GetGrain<ISubscriptionsGrain>(recipient.UserId);
        if (
            await grains.GetGrain<IUserGrain>(recipient.UserId).GetAsync() is not { EmailVerified: true } user
            || !(await subscriptions.GetAsync()).Reports
        )
            return;
        var id = string.Create(CultureInfo.InvariantCulture, $"{step.ScheduleId}-{step.From:yyyyMMdd}-{step.To:yyyyMMdd}-{user.Id}");
        var mail = new OutgoingMail(id, user.Email, user.FullName, email, step.NotAfter)
        {
            Attachment = attachment,
            Company = new MailCompany(companyId, email.CompanyName),
        };
        await grains.GetGrain<IOutboxGrain>(OutboxShards.For(mail.Id)).EnqueueAsync(mail, await subscriptions.GetLinkTokenAsync());
    }

    // Null when the file is too large to be attached.
    private async Task<StoredAttachment?> StoreAsync(SendReport step, string companyName)
    {
        var usage = await grains.GetGrain<IUsageGrain>(companyId).GetDaysAsync(step.From, step.To);
        var file = await WriteAsync(usage, companyName, step.Format);
        if (!ReportRules.IsAttached(file.Length))
            return null;
        await blobs.PutAsync(step.FileKey, file, CancellationToken.None);
        return new(step.FileKey, ReportNames.FileName(step.From, step.To, step.Format), ReportNames.MediaTypeOf(step.Format));
    }

    private async Task<byte[]> WriteAsync(UsageView usage, string companyName, ReportFormat format)
    {
        if (format == ReportFormat.Pdf)
            return await PdfFile.WriteAsync(UsageReportDocument.Of(usage, companyName, clock.GetUtcNow()));
        using var csv = new MemoryStream();
        await UsageReportCsv.WriteAsync(usage, csv, CancellationToken.None);
        return csv.ToArray();
    }
}
