using Kayse.Grains.Audit;
using Kayse.Grains.Domains;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Domains;

public sealed class CompanyDomainsTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;

    private ICompanyDomainsGrain Domains => DomainsOf(_firm);

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task A_domain_is_verified_by_its_record_and_then_leads_to_the_company()
    {
        var added = await Domains.AddAsync(_firm.Founder, "Jones.Example");
        (added.Domain, added.Status, added.LastCheck).ShouldBe(("jones.example", DomainStatus.Pending, null));
        (await Domains.AddAsync(_firm.Founder, "jones.example")).RecordValue.ShouldBe(added.RecordValue);

        (await Domains.VerifyAsync(_firm.Founder, "jones.example")).LastCheck!.Result.ShouldBe(DomainCheckResult.Missing);
        _silo.Dns.Publish(added, "something else");
        (await Domains.VerifyAsync(_firm.Founder, "jones.example")).LastCheck!.Result.ShouldBe(DomainCheckResult.Mismatch);
        (await CompanyOfAsync("jones.example")).ShouldBeNull();

        _silo.Dns.Publish(added);
        (await Domains.VerifyAsync(_firm.Founder, "jones.example")).Status.ShouldBe(DomainStatus.Verified);

        (await CompanyOfAsync("jones.example")).ShouldBe(_firm.CompanyId);
        (await ActionsAsync()).ShouldBe([AuditActions.DomainAdded, AuditActions.DomainVerified]);
    }

    [Fact]
    public async Task Of_two_companies_that_prove_a_domain_the_first_has_it_until_it_removes_it()
    {
        var other = await _firm.AlsoFoundAsync("Other firm");
        await VerifyAsync(_firm, "shared.example");
        var theirs = await DomainsOf(other).AddAsync(other.Founder, "shared.example");
        _silo.Dns.Publish(theirs);

        (await Refused.CodeAsync(() => DomainsOf(other).VerifyAsync(other.Founder, "shared.example"))).ShouldBe("domain_in_use");

        var refused = (await DomainsOf(other).ListAsync(other.Founder)).ShouldHaveSingleItem();
        (refused.Status, refused.LastCheck!.Result).ShouldBe((DomainStatus.Pending, DomainCheckResult.InUse));
        (await CompanyOfAsync("shared.example")).ShouldBe(_firm.CompanyId);

        await Domains.RemoveAsync(_firm.Founder, "shared.example");
        (await DomainsOf(other).VerifyAsync(other.Founder, "shared.example")).Status.ShouldBe(DomainStatus.Verified);
        (await CompanyOfAsync("shared.example")).ShouldBe(other.CompanyId);
    }

    [Fact]
    public async Task A_domain_that_is_added_again_needs_another_record()
    {
        var before = await VerifyAsync(_firm, "again.example");
        await Domains.RemoveAsync(_firm.Founder, "again.example");
        (await CompanyOfAsync("again.example")).ShouldBeNull();

        var after = await Domains.AddAsync(_firm.Founder, "again.example");

        after.RecordValue.ShouldNotBe(before.RecordValue);
        (await Domains.VerifyAsync(_firm.Founder, "again.example")).Status.ShouldBe(DomainStatus.Pending);
    }

    [Fact]
    public async Task A_record_that_is_gone_is_flagged_once_and_the_domain_stays_the_companys()
    {
        var domain = await VerifyAsync(_firm, "weekly.example");
        _silo.Dns.Withdraw(domain);

        await CrashScenario.WhileTimePassesAsync(
            _silo,
            TimeSpan.FromDays(2),
            async () => (await FindAsync("weekly.example")).Status.ShouldBe(DomainStatus.Lost)
        );

        (await CompanyOfAsync("weekly.example")).ShouldBe(_firm.CompanyId);
        var mail = await _silo.Mailbox.NextAsync();
        mail.To.Address.ShouldBe("ada@firm.example");
        // Mail programs make no link of the name.
        mail.Subject.ShouldBe("We couldn't find the verification record of weekly.\u200Bexample");
        mail.TextBody.ShouldContain("/settings/domains");

        _silo.Dns.Publish(domain);
        await CrashScenario.WhileTimePassesAsync(
            _silo,
            TimeSpan.FromDays(2),
            async () => (await FindAsync("weekly.example")).Status.ShouldBe(DomainStatus.Verified)
        );
        await CrashScenario.EventuallyAsync(async () => (await ActionsAsync()).Last().ShouldBe(AuditActions.DomainRecovered));
        (await ActionsAsync()).ShouldBe([
            AuditActions.DomainAdded,
            AuditActions.DomainVerified,
            AuditActions.DomainLost,
            AuditActions.DomainRecovered,
        ]);
        _silo.Mailbox.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_domain_is_verified_by_the_check_that_comes_by_itself()
    {
        _silo.Dns.Publish(await Domains.AddAsync(_firm.Founder, "later.example"));

        await CrashScenario.WhileTimePassesAsync(
            _silo,
            TimeSpan.FromDays(1),
            async () => (await FindAsync("later.example")).Status.ShouldBe(DomainStatus.Verified)
        );

        // The list is read while what follows is done.
        await CrashScenario.EventuallyAsync(async () =>
            (await _firm.AuditAsync())
                .Where(record => record.Action == AuditActions.DomainVerified)
                .ShouldHaveSingleItem()
                .Actor.UserId.ShouldBeNull()
        );
    }

    [Fact]
    public async Task Only_admins_have_to_do_with_domains_and_a_company_has_up_to_20()
    {
        var user = await _firm.CreateAsync("ben@firm.example");
        var admin = await _firm.CreateAsync("cleo@firm.example", Role.Admin);

        (await Refused.CodeAsync(() => Domains.ListAsync(user))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => Domains.AddAsync(user, "a.example"))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => Domains.VerifyAsync(user, "a.example"))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => Domains.RemoveAsync(user, "a.example"))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => Domains.VerifyAsync(admin, "a.example"))).ShouldBe("not_found");
        for (var i = 0; i < 20; i++)
            await Domains.AddAsync(admin, $"d{i}.example");
        (await Refused.CodeAsync(() => Domains.AddAsync(admin, "d20.example"))).ShouldBe("domain_limit_reached");
        (await Domains.AddAsync(admin, "d19.example")).Domain.ShouldBe("d19.example");
    }

    private ICompanyDomainsGrain DomainsOf(Firm firm) => _silo.Grains.GetGrain<ICompanyDomainsGrain>(firm.CompanyId);

    private async Task<DomainView> VerifyAsync(Firm firm, string domain)
    {
        _silo.Dns.Publish(await DomainsOf(firm).AddAsync(firm.Founder, domain));
        return await DomainsOf(firm).VerifyAsync(firm.Founder, domain);
    }

    private Task<string?> CompanyOfAsync(string domain) => _silo.Grains.GetGrain<IDomainGrain>(domain).GetCompanyIdAsync();

    private async Task<DomainView> FindAsync(string domain) =>
        (await Domains.ListAsync(_firm.Founder)).Single(view => view.Domain == domain);

    private async Task<IEnumerable<string>> ActionsAsync() =>
        (await _firm.AuditAsync())
            .Select(record => record.Action)
            .Where(action => action.StartsWith("domain.", StringComparison.Ordinal));
}
