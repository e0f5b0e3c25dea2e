using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Sso;

/// <summary>Executes what follows from changes of a company's single sign-on. Each may be executed again.</summary>
internal sealed class SsoSteps(
    string companyId,
    Func<CompanySsoState> read,
    Func<CompanySsoState, Task> saveAsync,
    IGrainFactory grains,
    TimeProvider clock
)
{
    private const int MaxTold = 50;

    private static readonly CompanyRight _owners = new(Role.SuperAdmin, []);
    private static readonly TimeSpan _usefulFor = TimeSpan.FromDays(2);

    public async Task<StepResult> ExecuteAsync(SsoStep step)
    {
        await (
            step switch
            {
                ApplyRequirement => ApplyAsync(),
                RecordConfiguration(var protocol, var by) => RecordAsync(protocol, by),
                RemoveConnection(var protocol) => grains
                    .GetGrain<ISsoConnectionGrain>(SsoConnectionIds.Of(companyId, protocol))
                    .RemoveAsync(),
                RecordSsoChange(var audit) => grains.GetGrain<IAuditLogGrain>(companyId).AppendAsync([audit]),
                TellSuperAdmins news => TellAsync(news),
                _ => throw new InvalidOperationException($"Unknown step {step.GetType().Name}."),
            }
        );
        return StepResult.Done;
    }

    private async Task RecordAsync(SsoProtocol protocol, AuditOrigin by)
    {
        var id = SsoConnectionIds.Of(companyId, protocol);
        var now = (await grains.GetGrain<ISsoConnectionGrain>(id).GetAsync())?.WithoutSecrets();
        var before = read().FindRecorded(protocol);
        if (now is not null && now.Version != before?.Version)
            await saveAsync(read().WithRecorded(protocol, now).Then(SsoAudit.Configured(companyId, before, now, by, clock)));
    }

    private Task ApplyAsync()
    {
        var state = read();
        return grains.GetGrain<ICompanySsoRequirementGrain>(companyId).RequireSsoAsync(state.Enforced ? state.BreakGlassUserIds : null);
    }

    private async Task TellAsync(TellSuperAdmins news)
    {
        var owners = await grains.GetGrain<ICompanyAccessGrain>(companyId).ListWithRightAsync(_owners);
        var email = new SsoNewsEmail(owners.CompanyName, news.News, news.By, news.At);
        var company = new MailCompany(companyId, owners.CompanyName);
        await Task.WhenAll(owners.People.Take(MaxTold).Select(person => SendAsync(person, news, email, company)));
    }

    private Task SendAsync(CompanyPerson person, TellSuperAdmins news, SsoNewsEmail email, MailCompany company)
    {
        var mailId = FormattableString.Invariant($"{person.UserId}-sso-{companyId}-{news.At.UtcTicks}");
        var mail = new OutgoingMail(mailId, person.Email, person.FullName, email, clock.GetUtcNow() + _usefulFor) { Company = company };
        return grains.GetGrain<IOutboxGrain>(OutboxShards.For(mailId)).EnqueueAsync(mail);
    }
}
