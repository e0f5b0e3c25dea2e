using Kayse.Grains.Audit;
using Kayse.Grains.Domains;
using Kayse.Grains.Members;
using Kayse.Grains.Scim;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies in the midst of a request of an identity provider leaves what its next attempt finishes; access
/// that follows from groups follows without one.
/// </summary>
public sealed class ScimCrashTests
{
    private ScimCaller _caller = null!;
    private string _group = "";

    [Fact]
    public Task Adding_somebody() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await ConnectAsync(scenario);
                return () => AddAsync(scenario);
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await FindAsync(scenario)).ShouldNotBeNull();

                var id = (await AddAsync(scenario)).Resource.Id;

                (await AddAsync(scenario)).Resource.Id.ShouldBe(id);
                (await FindAsync(scenario)).ShouldBe(id);
                (await scenario.MemberAsync(scenario.Email))!.UserId.ShouldBe(id);
                (await CountAsync(scenario, AuditActions.MemberCreated, id)).ShouldBe(1);
            }
        );

    [Fact]
    public Task Adding_two_together() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await ConnectAsync(scenario);
                return () => AddBothAsync(scenario);
            },
            async scenario =>
            {
                await AddBothAsync(scenario);
                foreach (var email in new[] { scenario.Email, scenario.OtherEmail })
                {
                    var id = (await scenario.MemberAsync(email))!.UserId;
                    (await Users(scenario).GetUserAsync(_caller, id)).User.ExternalId.ShouldBe(email);
                    (await CountAsync(scenario, AuditActions.MemberCreated, id)).ShouldBe(1);
                }
            }
        );

    [Fact]
    public Task Leaving_a_group_that_gives_access() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await ConnectAsync(scenario);
                var id = (await AddAsync(scenario)).Resource.Id;
                await ChangeMembersAsync(scenario, ScimOp.Add, id);
                (await AccessAsync(scenario)).ShouldBe(AccessMode.All);
                return () => ChangeMembersAsync(scenario, ScimOp.Remove, id);
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await IsInGroupAsync(scenario)).ShouldBeFalse();
                // Whatever stands in the directory holds in the company, also if the identity provider never asks again.
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                        (await AccessAsync(scenario)).ShouldBe(await IsInGroupAsync(scenario) ? AccessMode.All : AccessMode.Assigned)
                );

                await ChangeMembersAsync(scenario, ScimOp.Remove, (await FindAsync(scenario))!);
                (await AccessAsync(scenario)).ShouldBe(AccessMode.Assigned);
            }
        );

    [Fact]
    public Task Saying_what_a_group_gives() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await ConnectAsync(scenario);
                await ChangeMembersAsync(scenario, ScimOp.Add, (await AddAsync(scenario)).Resource.Id);
                return () => MapAsync(scenario, access: null);
            },
            async scenario =>
            {
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var mapping = await Directory(scenario).GetMappingAsync(scenario.Firm.Founder, _group);
                        if (scenario.IsAcknowledged)
                            mapping.Access.ShouldBeNull();
                        (await AccessAsync(scenario)).ShouldBe(mapping.Access is null ? AccessMode.Assigned : AccessMode.All);
                    }
                );

                await MapAsync(scenario, new ProvisionedAccess { AllCases = true });
                (await AccessAsync(scenario)).ShouldBe(AccessMode.All);
                // One at a time: every member of the group takes writes of their own.
                await ChangeMembersAsync(scenario, ScimOp.Remove, (await FindAsync(scenario))!);
            }
        );

    // The company and what stands in its directory are the same at every point.
    private async Task ConnectAsync(CrashScenario scenario)
    {
        await scenario.Silo.Grains.GetGrain<IDomainGrain>("else.example").ClaimAsync(scenario.Firm.CompanyId);
        if (_group.Length > 0)
            return;
        var token = await Directory(scenario)
            .CreateTokenAsync(scenario.Firm.Founder, new CreateScimToken(EntityId.New(scenario.Silo.Clock), ExpiresAt: null));
        ScimToken.TryParse(token.Token, out _, out var hash).ShouldBeTrue();
        _caller = new ScimCaller(hash, IpAddress: null);
        _group = (await Groups(scenario).CreateGroupAsync(_caller, new ScimGroup { DisplayName = "Intake" })).Resource.Id;
        await MapAsync(scenario, new ProvisionedAccess { AllCases = true });
    }

    private Task<ScimResult<ScimUserView>> AddAsync(CrashScenario scenario) =>
        Users(scenario).CreateUserAsync(_caller, UserOf(scenario.Email));

    private Task<IReadOnlyList<ScimCreated>> AddBothAsync(CrashScenario scenario) =>
        Users(scenario).CreateUsersAsync([new(_caller, UserOf(scenario.Email)), new(_caller, UserOf(scenario.OtherEmail))]);

    private static ScimUser UserOf(string email) =>
        new()
        {
            UserName = email,
            ExternalId = email,
            DisplayName = "Ben Hale",
        };

    private async Task<string?> FindAsync(CrashScenario scenario) =>
        (await Users(scenario).ListUsersAsync(_caller, new($"userName eq \"{scenario.Email}\""))).Items.SingleOrDefault()?.Id;

    private static async Task<AccessMode> AccessAsync(CrashScenario scenario) =>
        (await scenario.MemberAsync(scenario.Email))!.Access.CaseAccess;

    private async Task<bool> IsInGroupAsync(CrashScenario scenario) =>
        (await Users(scenario).GetUserAsync(_caller, (await FindAsync(scenario))!)).Groups.Count > 0;

    private Task<ScimResult<ScimGroupView>> ChangeMembersAsync(CrashScenario scenario, ScimOp op, string userId) =>
        Groups(scenario).PatchGroupAsync(_caller, _group, new([new(op, "members", $$"""[{"value":"{{userId}}"}]""")]), null);

    private Task<ScimGroupMapping> MapAsync(CrashScenario scenario, ProvisionedAccess? access) =>
        Directory(scenario).SetMappingAsync(scenario.Firm.Founder, _group, access);

    private static IScimUsersGrain Users(CrashScenario scenario) =>
        scenario.Silo.Grains.GetGrain<IScimUsersGrain>(scenario.Firm.CompanyId);

    private static IScimGroupsGrain Groups(CrashScenario scenario) =>
        scenario.Silo.Grains.GetGrain<IScimGroupsGrain>(scenario.Firm.CompanyId);

    private static IScimDirectoryGrain Directory(CrashScenario scenario) =>
        scenario.Silo.Grains.GetGrain<IScimDirectoryGrain>(scenario.Firm.CompanyId);

    private static async Task<int> CountAsync(CrashScenario scenario, string action, string userId) =>
        (await scenario.Firm.AuditAsync()).Count(record => record.Action == action && record.Target.Id == userId);
}
