using Kayse.Grains.Audit;
using Kayse.Grains.Domains;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point leaves a domain that is the company's or nobody's, and in the audit log what is so.
/// </summary>
public sealed class DomainCrashTests
{
    [Fact]
    public async Task Verifying()
    {
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var added = await Of(scenario).AddAsync(scenario.Firm.Founder, DomainOf(scenario));
                scenario.Silo.Dns.Publish(added);
                return () => Of(scenario).VerifyAsync(scenario.Firm.Founder, DomainOf(scenario));
            },
            async scenario =>
            {
                await EnsureConsistentAsync(scenario, isTheirs: scenario.IsAcknowledged ? true : null);

                (await Of(scenario).VerifyAsync(scenario.Firm.Founder, DomainOf(scenario))).Status.ShouldBe(DomainStatus.Verified);
                await EnsureConsistentAsync(scenario, isTheirs: true);
                (await CountAsync(scenario, AuditActions.DomainVerified)).ShouldBe(1);
                // A company has few.
                await Of(scenario).RemoveAsync(scenario.Firm.Founder, DomainOf(scenario));
            }
        );
    }

    [Fact]
    public async Task Removing()
    {
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var (company, founder) = (Of(scenario), scenario.Firm.Founder);
                scenario.Silo.Dns.Publish(await company.AddAsync(founder, DomainOf(scenario)));
                await company.VerifyAsync(founder, DomainOf(scenario));
                return () => Of(scenario).RemoveAsync(founder, DomainOf(scenario));
            },
            async scenario =>
            {
                await EnsureConsistentAsync(scenario, isTheirs: scenario.IsAcknowledged ? false : null);

                await CrashScenario.AnswerAsync(() => Of(scenario).RemoveAsync(scenario.Firm.Founder, DomainOf(scenario)));
                await EnsureConsistentAsync(scenario, isTheirs: false);
                (await CountAsync(scenario, AuditActions.DomainRemoved)).ShouldBe(1);
            }
        );
    }

    private static string DomainOf(CrashScenario scenario) => $"d-{scenario.Email.Split('@')[0]}.example";

    private static ICompanyDomainsGrain Of(CrashScenario scenario) =>
        scenario.Silo.Grains.GetGrain<ICompanyDomainsGrain>(scenario.Firm.CompanyId);

    private static async Task EnsureConsistentAsync(CrashScenario scenario, bool? isTheirs)
    {
        var view = (await Of(scenario).ListAsync(scenario.Firm.Founder)).SingleOrDefault(domain => domain.Domain == DomainOf(scenario));
        var holder = await scenario.Silo.Grains.GetGrain<IDomainGrain>(DomainOf(scenario)).GetCompanyIdAsync();
        holder.ShouldBe(view?.Status == DomainStatus.Verified ? scenario.Firm.CompanyId : null);
        if (isTheirs is { } expected)
            (holder is not null).ShouldBe(expected);
    }

    private static async Task<int> CountAsync(CrashScenario scenario, string action) =>
        (await scenario.Firm.AuditAsync()).Count(record => record.Action == action && record.Target.Id == DomainOf(scenario));
}
