using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Scim;

/// <summary>Executes what follows from changes of a company's directory.</summary>
internal sealed class ScimSteps(string companyId, IGrainFactory grains, TimeProvider clock)
{
    private const int MaxWarned = 50;

    private static readonly CompanyRight _superAdmins = new(Role.SuperAdmin, []);
    private static readonly TimeSpan _usefulFor = TimeSpan.FromDays(7);

    public async Task<StepResult> ExecuteAsync(ScimStep step)
    {
        await (
            step switch
            {
                RecordScimChange change => grains.GetGrain<IAuditLogGrain>(companyId).AppendAsync([change.Audit]),
                WarnOfBrake warning => WarnAsync(warning),
                _ => throw new InvalidOperationException($"Unknown step {step.GetType().Name}."),
            }
        );
        return StepResult.Done;
    }

    private async Task WarnAsync(WarnOfBrake warning)
    {
        var admins = await grains.GetGrain<ICompanyAccessGrain>(companyId).ListWithRightAsync(_superAdmins);
        var email = new ScimPausedEmail(admins.CompanyName, warning.Losses);
        var company = new MailCompany(companyId, admins.CompanyName);
        await Task.WhenAll(admins.People.Take(MaxWarned).Select(person => SendAsync(person, warning.At, email, company)));
    }

    private Task SendAsync(CompanyPerson person, DateTimeOffset at, ScimPausedEmail email, MailCompany company)
    {
        var mailId = FormattableString.Invariant($"{person.UserId}-scim-{companyId}-{at.UtcTicks}");
        var mail = new OutgoingMail(mailId, person.Email, person.FullName, email, clock.GetUtcNow() + _usefulFor) { Company = company };
        return grains.GetGrain<IOutboxGrain>(OutboxShards.For(mailId)).EnqueueAsync(mail);
    }
}
