using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Webhooks;

/// <summary>Executes what follows from changes of a webhook.</summary>
/// <param name="webhookId">The webhook's.</param>
/// <param name="store">The webhook.</param>
/// <param name="grains">For calls to the grains below.</param>
/// <param name="clock">What time it is.</param>
internal sealed class WebhookSteps(string webhookId, WebhookStore store, IGrainFactory grains, TimeProvider clock)
{
    private const int MaxTold = 50;
    private static readonly CompanyRight _admins = new(Role.Admin, []);
    private static readonly TimeSpan _usefulFor = TimeSpan.FromDays(7);

    public async Task<StepResult> ExecuteAsync(WebhookStep step)
    {
        // Removed meanwhile.
        if (store.State.CompanyId is not { } companyId)
            return StepResult.Done;
        await (
            step switch
            {
                RecordWebhookChange change => grains.GetGrain<IAuditLogGrain>(companyId).AppendAsync([change.Audit]),
                TellAdmins news => TellAsync(companyId, news),
                _ => throw new InvalidOperationException($"Unknown step {step.GetType().Name}."),
            }
        );
        return StepResult.Done;
    }

    private async Task TellAsync(string companyId, TellAdmins news)
    {
        var admins = await grains.GetGrain<ICompanyAccessGrain>(companyId).ListWithRightAsync(_admins);
        Email email = news.Disabled is { } reason
            ? new WebhookDisabledEmail(admins.CompanyName, webhookId, news.Host, reason)
            : new WebhookFailingEmail(admins.CompanyName, webhookId, news.Host, news.Since);
        var company = new MailCompany(companyId, admins.CompanyName);
        await Task.WhenAll(admins.People.Take(MaxTold).Select(person => SendAsync(person, news, email, company)));
    }

    private Task SendAsync(CompanyPerson person, TellAdmins news, Email email, MailCompany company)
    {
        var what = news.Disabled is null ? "failing" : "disabled";
        var mailId = FormattableString.Invariant($"{person.UserId}-webhook-{webhookId}-{what}-{news.Since.UtcTicks}");
        var mail = new OutgoingMail(mailId, person.Email, person.FullName, email, clock.GetUtcNow() + _usefulFor) { Company = company };
        return grains.GetGrain<IOutboxGrain>(OutboxShards.For(mailId)).EnqueueAsync(mail);
    }
}
