using Kayse.Grains.Audit;
using Kayse.Grains.Sso;
using Kayse.Grains.Tests.Sso;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point leaves single sign-on as it was or as it was to be, for everybody, and nobody with half
/// an identity.
/// </summary>
public sealed class SsoCrashTests
{
    private static readonly SetSsoUse _required = new(SsoProtocol.Oidc, Enforced: true, JustInTime: true);

    [Fact]
    public Task Signing_in_for_the_first_time() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await scenario.Firm.OfferSsoAsync("else.example");
                return () => scenario.Firm.SignInBySsoAsync(scenario.Email);
            },
            async scenario =>
            {
                var signedIn = await scenario.Firm.SignInBySsoAsync(scenario.Email);

                var key = SsoIdentityKeys.Of(scenario.Firm.CompanyId, SsoSilo.Issuer, scenario.Email);
                (await scenario.Silo.Grains.GetGrain<ISsoIdentityGrain>(key).GetUserIdAsync()).ShouldBe(signedIn.User.Id);
                (await scenario.Firm.OwnerOfAsync(scenario.Email)).ShouldBe(signedIn.User.Id);
                (await scenario.Firm.MemberAsync(signedIn.User.Id)).Email.ShouldBe(scenario.Email);
                (await CountAsync(scenario, AuditActions.SsoIdentityLinked, signedIn.User.Id)).ShouldBe(1);
                var data = (await scenario.Silo.Grains.GetGrain<IUserDataGrain>(signedIn.User.Id).GetDataAsync())!;
                data.SsoIdentities.ShouldHaveSingleItem().Subject.ShouldBe(scenario.Email);
            }
        );

    [Fact]
    public Task Requiring_it() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await scenario.Firm.OfferSsoAsync("else.example");
                await OfFounderAsync(scenario);
                return () => scenario.Firm.Sso().SetUseAsync(scenario.Firm.Founder, _required);
            },
            async scenario =>
            {
                var isRequired = (await scenario.Firm.Sso().GetAsync(scenario.Firm.Founder)).Enforced;
                if (scenario.IsAcknowledged)
                    isRequired.ShouldBeTrue();
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () => (await MembershipAsync(scenario)).SsoExempt.ShouldBe(isRequired)
                );
                await scenario.Firm.Sso().SetUseAsync(scenario.Firm.Founder, _required with { Enforced = false });
                (await MembershipAsync(scenario)).SsoExempt.ShouldBeFalse();
            }
        );

    [Fact]
    public Task Removing_a_connection() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await scenario.Firm.OfferSsoAsync("else.example");
                return () => scenario.Firm.Sso().RemoveAsync(scenario.Firm.Founder, SsoProtocol.Oidc);
            },
            async scenario =>
            {
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var overview = await scenario.Firm.Sso().GetAsync(scenario.Firm.Founder);
                        (overview.Connections.Count == 1).ShouldBe(overview.InUse is not null);
                        if (scenario.IsAcknowledged)
                            overview.Connections.ShouldBeEmpty();
                    }
                );
            }
        );

    [Fact]
    public Task Setting_a_connection_up() =>
        CrashScenario.AtEveryPointAsync(
            scenario =>
            {
                var settings = scenario.Firm.Settings(scenario.Email);
                return Task.FromResult<Func<Task>>(() => scenario.Firm.Sso().ConfigureAsync(scenario.Firm.Founder, settings));
            },
            async scenario =>
            {
                var after = await scenario.Firm.Sso().ConfigureAsync(scenario.Firm.Founder, scenario.Firm.Settings(scenario.Email));
                after.Oidc!.ClientId.ShouldBe(scenario.Email);
                after.Oidc.ClientSecret.ShouldBeNull();
                var secret = await scenario.Silo.Grains.GetGrain<ISsoConnectionGrain>(after.Id).GetAsync();
                secret!.Oidc!.ClientSecret.ShouldBe("hidden-secret");
                var recorded = (await scenario.Firm.AuditAsync()).Where(record => record.Action == AuditActions.SsoConfigured);
                recorded
                    .Count(record => record.Changes.Any(change => change.Field == "clientId" && change.After == $"\"{scenario.Email}\""))
                    .ShouldBe(1);
            }
        );

    // A crash forgets the test with the process, and the founder's address is in another domain than the members'.
    private static async Task OfFounderAsync(CrashScenario scenario)
    {
        await scenario.Silo.Grains.GetGrain<Kayse.Grains.Domains.IDomainGrain>("firm.example").ClaimAsync(scenario.Firm.CompanyId);
        await scenario.Firm.PassTestAsync();
    }

    private static async Task<Membership> MembershipAsync(CrashScenario scenario)
    {
        var founder = scenario.Silo.Grains.GetGrain<IMembershipsGrain>(scenario.Firm.Founder.UserId);
        return (await founder.ListCompaniesAsync()).Memberships.Single(one => one.CompanyId == scenario.Firm.CompanyId);
    }

    private static async Task<int> CountAsync(CrashScenario scenario, string action, string targetId) =>
        (await scenario.Firm.AuditAsync()).Count(record => record.Action == action && record.Target.Id == targetId);
}
