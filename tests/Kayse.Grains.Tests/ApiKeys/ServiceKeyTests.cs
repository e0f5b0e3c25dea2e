using Kayse.Grains.ApiKeys;
using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.ApiKeys;

public sealed class ServiceKeyTests
{
    [Fact]
    public async Task It_belongs_to_the_company_and_outlives_its_creator_and_a_restart()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var admin = await firm.JoinAsync("ben@firm.example", Role.Admin);
        var issued = await CreateAsync(firm, admin);
        issued.View.CreatedBy.ShouldBe("Ben Invitee");

        await firm.Members.RemoveMemberAsync(firm.Founder, admin.UserId);
        await silo.RestartAsync();

        var check = await ApiKeyTests.CheckAsync(silo, issued.Key);
        check.Principal.ShouldNotBeNull().IsServiceKey.ShouldBeTrue();
        (check.Principal.UserId, check.Principal.FullName).ShouldBe((issued.View.Id, "Importer"));
        (await firm.ServiceKeys.ListServiceKeysAsync(firm.Founder)).Single().CreatedBy.ShouldBeNull();
    }

    [Fact]
    public async Task What_it_does_is_in_the_audit_log_under_its_name()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var key = await CreateAsync(firm, firm.Founder);

        await firm.Scopes.CreateScopeAsync(ActorOf(key), new CreateScope(EntityId.New(silo.Clock), "Injuries", ["car crash"]));

        var entry = (await EntriesAsync(firm)).First(entry => entry.Record.Action == AuditActions.ScopeCreated).Record;
        entry.Actor.ShouldBe(new AuditActor(null, "Importer"));
        entry.SessionId.ShouldBe(key.View.Id);
    }

    [Fact]
    public async Task One_that_is_revoked_may_nothing_from_then_on_even_in_the_midst_of_a_command()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var key = await CreateAsync(firm, firm.Founder);

        await firm.ServiceKeys.RevokeServiceKeyAsync(firm.Founder, key.View.Id);

        (await ApiKeyTests.CheckAsync(silo, key.Key)).Principal.ShouldBeNull();
        (await Should.ThrowAsync<RefusedException>(() => firm.Company.GetAsync(ActorOf(key)))).Code.ShouldBe("not_found");
        (
            await Should.ThrowAsync<RefusedException>(() => firm.ServiceKeys.RotateServiceKeyAsync(firm.Founder, key.View.Id, default))
        ).Code.ShouldBe("not_found");
    }

    [Fact]
    public async Task It_knows_the_new_name_of_its_company_at_once()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var key = await CreateAsync(firm, firm.Founder);

        await firm.Company.UpdateAsync(firm.Founder, new UpdateCompany("New Name", null, null, null, null, null, null));

        (await ApiKeyTests.CheckAsync(silo, key.Key)).Principal!.CompanyName.ShouldBe("New Name");
    }

    [Fact]
    public async Task A_key_of_one_company_may_nothing_in_another()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var other = await firm.AlsoFoundAsync("Other");
        var key = await CreateAsync(firm, firm.Founder);

        (await Should.ThrowAsync<RefusedException>(() => other.Company.GetAsync(ActorOf(key)))).Code.ShouldBe("not_found");
    }

    [Fact]
    public async Task A_company_has_at_most_fifty()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        for (var number = 0; number < 50; number++)
            await CreateAsync(firm, firm.Founder);

        (await Should.ThrowAsync<RefusedException>(() => CreateAsync(firm, firm.Founder))).Code.ShouldBe("service_key_limit_reached");

        await firm.ServiceKeys.RevokeServiceKeyAsync(firm.Founder, (await firm.ServiceKeys.ListServiceKeysAsync(firm.Founder))[0].Id);
        await CreateAsync(firm, firm.Founder);
    }

    internal static Task<IssuedServiceKey> CreateAsync(Firm firm, Actor admin) =>
        firm.ServiceKeys.CreateServiceKeyAsync(
            admin,
            new CreateApiKey(EntityId.New(firm.Silo.Clock), "Importer", ApiKeyPermissions.Admin, ExpiresAt: null)
        );

    internal static async Task<IReadOnlyList<AuditEntry>> EntriesAsync(Firm firm) =>
        (await firm.AuditLog.ListAuditAsync(firm.Founder, new AuditFilter(null, null, null, null, null), Firm.AllOfIt)).Items;

    private static Actor ActorOf(IssuedServiceKey key) =>
        new(key.View.Id, key.View.Id, null) { Key = ApiKeyPermissions.Admin, IsServiceKey = true };
}
