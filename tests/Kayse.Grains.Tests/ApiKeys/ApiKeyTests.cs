using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.ApiKeys;

public sealed class ApiKeyTests
{
    [Fact]
    public async Task A_key_acts_as_its_person_and_outlives_a_restart()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var issued = await CreateAsync(firm, permissions: ApiKeyPermissions.Read | ApiKeyPermissions.Write);

        var check = await CheckAsync(silo, issued.Key);
        check.Principal.ShouldNotBeNull().Email.ShouldBe("ada@firm.example");
        check.Principal.Role.ShouldBe(Role.SuperAdmin);
        check.Permissions.ShouldBe(ApiKeyPermissions.Read | ApiKeyPermissions.Write);

        await silo.RestartAsync();
        (await CheckAsync(silo, issued.Key)).Principal.ShouldNotBeNull();
        (await firm.User(firm.Founder.UserId).ApiKeys.ListApiKeysAsync()).ShouldHaveSingleItem().Name.ShouldBe("Reports");
    }

    [Fact]
    public async Task A_key_that_is_revoked_or_given_another_secret_opens_nothing_from_then_on()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var user = firm.User(firm.Founder.UserId);
        var first = await CreateAsync(firm);

        var second = await user.ApiKeys.RegenerateApiKeyAsync(firm.Founder, first.View.Id);
        (await CheckAsync(silo, first.Key)).Principal.ShouldBeNull();
        (await CheckAsync(silo, second.Key)).Principal.ShouldNotBeNull();

        await user.ApiKeys.RevokeApiKeyAsync(firm.Founder, first.View.Id);
        (await CheckAsync(silo, second.Key)).Principal.ShouldBeNull();
        (await user.ApiKeys.ListApiKeysAsync()).ShouldBeEmpty();
        (await Should.ThrowAsync<RefusedException>(() => user.ApiKeys.RevokeApiKeyAsync(firm.Founder, first.View.Id))).Code.ShouldBe(
            "not_found"
        );
    }

    [Fact]
    public async Task It_opens_nothing_from_the_instant_of_its_expiry()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var issued = await CreateAsync(firm, expiresIn: TimeSpan.FromDays(1));
        silo.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        (await CheckAsync(silo, issued.Key)).Principal.ShouldNotBeNull();
        silo.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await CheckAsync(silo, issued.Key)).Principal.ShouldBeNull();
    }

    [Fact]
    public async Task It_has_so_many_requests_a_minute()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:ApiKeys:RequestsPerMinute", "3"));
        var firm = await Firm.FoundAsync(silo);
        var issued = await CreateAsync(firm);
        for (var left = 2; left >= 0; left--)
            (await CheckAsync(silo, issued.Key)).Remaining.ShouldBe(left);
        var refused = await CheckAsync(silo, issued.Key);
        refused.Remaining.ShouldBe(-1);
        refused.ResetSeconds.ShouldBe(60);
        silo.Clock.Advance(TimeSpan.FromMinutes(1));
        (await CheckAsync(silo, issued.Key)).Remaining.ShouldBe(2);
    }

    [Fact]
    public async Task It_sees_at_once_what_its_person_may_do_now_and_dies_with_the_membership()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var issued = await CreateAsync(firm);
        var user = firm.User(firm.Founder.UserId);
        var copy = new Membership(firm.CompanyId, "Firm", long.MaxValue - 2, Role.User, ["crm.access"], ["family"], MemberStatus.Active);

        await user.Memberships.PutMembershipAsync(copy);
        (await CheckAsync(silo, issued.Key)).Principal!.Permissions.ShouldBe(["crm.access"]);

        await user.Memberships.PutMembershipAsync(copy with { Version = long.MaxValue - 1, Status = MemberStatus.Deactivated });
        (await CheckAsync(silo, issued.Key)).Principal.ShouldBeNull();

        await user.Memberships.PutMembershipAsync(copy with { Version = long.MaxValue });
        (await CheckAsync(silo, issued.Key)).Principal.ShouldBeNull("it does not come back with the membership");
    }

    [Fact]
    public async Task A_person_has_at_most_fifty()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var user = firm.User(firm.Founder.UserId);
        for (var number = 0; number < 50; number++)
            await CreateAsync(firm);
        (await Should.ThrowAsync<RefusedException>(() => CreateAsync(firm))).Code.ShouldBe("api_key_limit_reached");
        await user.ApiKeys.RevokeApiKeyAsync(firm.Founder, (await user.ApiKeys.ListApiKeysAsync())[0].Id);
        await CreateAsync(firm);
    }

    [Theory]
    [InlineData("", ApiKeyPermissions.Read, 1, "name")]
    [InlineData("Reports", ApiKeyPermissions.None, 1, "permissions")]
    [InlineData("Reports", ApiKeyPermissions.Read, -1, "expiresAt")]
    public async Task Bad_fields_are_refused_by_name(string name, ApiKeyPermissions permissions, int expiresInDays, string field)
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var refused = await Should.ThrowAsync<RefusedException>(() =>
            firm.User(firm.Founder.UserId)
                .ApiKeys.CreateApiKeyAsync(
                    firm.Founder,
                    firm.CompanyId,
                    new CreateApiKey(EntityId.New(silo.Clock), name, permissions, silo.Clock.GetUtcNow().AddDays(expiresInDays))
                )
        );
        refused.Refusal.Fields!.Keys.ShouldBe([field]);
        (await firm.User(firm.Founder.UserId).ApiKeys.ListApiKeysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_last_use_survives_a_graceful_stop_and_a_crash_forgets_less_than_an_hour()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var issued = await CreateAsync(firm);
        silo.Clock.Advance(TimeSpan.FromMinutes(5));
        await CheckAsync(silo, issued.Key);
        silo.Clock.Advance(TimeSpan.FromMinutes(5));
        await CheckAsync(silo, issued.Key);
        var lastUse = silo.Clock.GetUtcNow();
        await silo.RestartAsync();
        (await firm.User(firm.Founder.UserId).ApiKeys.ListApiKeysAsync())[0].LastUsedAt.ShouldBe(lastUse);
    }

    internal static Task<IssuedApiKey> CreateAsync(
        Firm firm,
        ApiKeyPermissions permissions = ApiKeyPermissions.Read,
        TimeSpan? expiresIn = null
    ) =>
        firm.User(firm.Founder.UserId)
            .ApiKeys.CreateApiKeyAsync(
                firm.Founder,
                firm.CompanyId,
                new CreateApiKey(
                    EntityId.New(firm.Silo.Clock),
                    "Reports",
                    permissions,
                    expiresIn is { } time ? firm.Silo.Clock.GetUtcNow() + time : null
                )
            );

    internal static ValueTask<ApiKeyCheck> CheckAsync(TestSilo silo, string key)
    {
        ApiKeyToken.TryParse(key, out var token).ShouldBeTrue();
        return silo.Grains.GetGrain<IApiKeyGrain>(token.Id.ToString()).CheckAsync(token.Hash);
    }
}
