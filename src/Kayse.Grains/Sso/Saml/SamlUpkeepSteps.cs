using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Sso.Saml;

/// <summary>Executes what follows from the upkeep of a connection. Each step may be executed again.</summary>
internal sealed class SamlUpkeepSteps(string companyId, IGrainFactory grains, TimeProvider clock)
{
    private const int MaxWarned = 50;

    private static readonly CompanyRight _owners = new(Role.SuperAdmin, []);
    private static readonly TimeSpan _usefulFor = TimeSpan.FromDays(7);

    public async Task<StepResult> ExecuteAsync(SamlUpkeepStep step)
    {
        await (
            step switch
            {
                ApplySamlMetadata(var provider) => grains
                    .GetGrain<ISsoConnectionGrain>(SsoConnectionIds.Of(companyId, SsoProtocol.Saml))
                    .RefreshSamlAsync(provider),
                RecordSamlChange(var audit) => grains.GetGrain<IAuditLogGrain>(companyId).AppendAsync([audit]),
                WarnOfCertificate(var warning) => WarnAsync(warning),
                _ => throw new InvalidOperationException($"Unknown step {step.GetType().Name}."),
            }
        );
        return StepResult.Done;
    }

    private async Task WarnAsync(CertificateWarning warning)
    {
        var owners = await grains.GetGrain<ICompanyAccessGrain>(companyId).ListWithRightAsync(_owners);
        var email = new SamlCertificateEmail(owners.CompanyName, warning.EndsAt);
        var company = new MailCompany(companyId, owners.CompanyName);
        await Task.WhenAll(owners.People.Take(MaxWarned).Select(person => SendAsync(person, warning, email, company)));
    }

    private Task SendAsync(CompanyPerson person, CertificateWarning warning, SamlCertificateEmail email, MailCompany company)
    {
        var mailId = FormattableString.Invariant($"{person.UserId}-saml-{companyId}-{warning.EndsAt.UtcTicks}-{warning.Days}");
        var mail = new OutgoingMail(mailId, person.Email, person.FullName, email, clock.GetUtcNow() + _usefulFor) { Company = company };
        return grains.GetGrain<IOutboxGrain>(OutboxShards.For(mailId)).EnqueueAsync(mail);
    }
}
