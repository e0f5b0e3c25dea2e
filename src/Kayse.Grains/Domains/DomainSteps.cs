using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Domains;

/// <summary>Executes what follows from changes of a company's domains.</summary>
/// <param name="storage">The company's domains.</param>
/// <param name="saveAsync">Stores them.</param>
/// <param name="grains">For calls to the grains below.</param>
/// <param name="clock">What time it is.</param>
internal sealed class DomainSteps(
    IPersistentState<DomainsState> storage,
    Func<DomainsState, Task> saveAsync,
    IGrainFactory grains,
    TimeProvider clock
)
{
    private const int MaxWarned = 50;

    private static readonly CompanyRight _admins = new(Role.Admin, []);
    private static readonly TimeSpan _usefulFor = TimeSpan.FromDays(7);

    private DomainsState State => storage.State;

    public async Task<StepResult> ExecuteAsync(string companyId, DomainStep step)
    {
        await (
            step switch
            {
                ClaimDomain claim => ClaimAsync(companyId, claim),
                ReleaseDomain release => ReleaseAsync(companyId, release.Domain),
                RecordDomainChange change => grains.GetGrain<IAuditLogGrain>(companyId).AppendAsync([change.Audit]),
                WarnAdmins warning => WarnAsync(companyId, warning),
                _ => throw new InvalidOperationException($"Unknown step {step.GetType().Name}."),
            }
        );
        return StepResult.Done;
    }

    private async Task ClaimAsync(string companyId, ClaimDomain claim)
    {
        // Removed meanwhile, or verified by an execution that a crash cut short.
        if (State.Find(claim.Domain) is not { VerifiedAt: null } record || record.Token != claim.Token)
            return;
        var now = clock.GetUtcNow();
        if (await grains.GetGrain<IDomainGrain>(claim.Domain).ClaimAsync(companyId) != companyId)
        {
            await saveAsync(State.With(DomainRules.After(record, DomainCheckResult.InUse, now)));
            throw new RefusedException(DomainErrors.InUse);
        }

        var verified = DomainAudit.Of(companyId, AuditActions.DomainVerified, claim.Domain, claim.By, clock);
        await saveAsync(State.With(DomainRules.Verify(record, now), verified));
    }

    // It may have been added again, and verified, since.
    private async Task ReleaseAsync(string companyId, string domain)
    {
        if (State.Find(domain) is not { VerifiedAt: not null })
            await grains.GetGrain<IDomainGrain>(domain).ReleaseAsync(companyId);
    }

    private async Task WarnAsync(string companyId, WarnAdmins warning)
    {
        if (State.Find(warning.Domain) is not { LostAt: { } lostAt } record || lostAt != warning.LostAt)
            return;
        var admins = await grains.GetGrain<ICompanyAccessGrain>(companyId).ListWithRightAsync(_admins);
        var email = new DomainLostEmail(admins.CompanyName, record.Domain);
        var company = new MailCompany(companyId, admins.CompanyName);
        await Task.WhenAll(admins.People.Take(MaxWarned).Select(person => SendAsync(person, record, lostAt, email, company)));
    }

    private Task SendAsync(CompanyPerson person, DomainRecord record, DateTimeOffset lostAt, DomainLostEmail email, MailCompany company)
    {
        var mailId = FormattableString.Invariant($"{person.UserId}-domain-{record.Token}-{lostAt.UtcTicks}");
        var mail = new OutgoingMail(mailId, person.Email, person.FullName, email, clock.GetUtcNow() + _usefulFor) { Company = company };
        return grains.GetGrain<IOutboxGrain>(OutboxShards.For(mailId)).EnqueueAsync(mail);
    }
}
