using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a change that concerns several people leaves it with all of their sessions and
/// in the audit log, once, or with none and not at all.
/// </summary>
public sealed class CompanyChangeCrashTests
{
    private static readonly SetSecurityPolicy _shortIdle = new(true, 7, 5, null, true, true, [], null, null);

    [Fact]
    public Task Changing_a_scope() =>
        RunAsync(
            AuditActions.ScopeUpdated,
            team => team.Firm.Scopes.UpdateScopeAsync(team.Firm.Founder, team.ScopeId, new UpdateScope(null, ["Will"], null)),
            async team => (await team.Firm.Scopes.GetScopeAsync(team.Firm.Founder, team.ScopeId)).CaseTypes is ["Will"],
            (session, isChanged) => session.Principal!.CaseTypes.ShouldBe([isChanged ? "Will" : "Car crash"])
        );

    [Fact]
    public Task Deleting_a_scope() =>
        RunAsync(
            AuditActions.ScopeDeleted,
            team => team.Firm.Scopes.DeleteScopeAsync(team.Firm.Founder, team.ScopeId, null, confirmed: true),
            async team =>
            {
                var scopes = (await team.Firm.Scopes.ListScopesAsync(team.Firm.Founder, Firm.AllOfIt)).Items;
                var members = (await team.Firm.Members.ListMembersAsync(team.Firm.Founder, Firm.AllOfIt)).Items;
                members.Count(member => member.Access.ScopeIds.Count > 0).ShouldBe(scopes.Count == 0 ? 0 : 2);
                return scopes.Count == 0;
            },
            (session, isChanged) => session.Principal!.CaseTypes.ShouldNotBeNull().Count.ShouldBe(isChanged ? 0 : 1)
        );

    [Fact]
    public Task Setting_a_policy() =>
        RunAsync(
            AuditActions.PolicyChanged,
            team => team.Firm.Company.SetSecurityPolicyAsync(team.Firm.Founder, _shortIdle),
            async team => (await team.Firm.Company.GetSecurityPolicyAsync(team.Firm.Founder)).Policy.TwoFactorRequired,
            (session, isChanged) => (session.ExpiresAt - session.CheckedAt).ShouldBe(TimeSpan.FromMinutes(isChanged ? 5 : 30))
        );

    [Fact]
    public Task Renaming_a_company() =>
        RunAsync(
            AuditActions.CompanyUpdated,
            team => team.Firm.Company.UpdateAsync(team.Firm.Founder, new UpdateCompany("New Name", null, null, null, null, null, null)),
            async team => (await team.Firm.Company.GetAsync(team.Firm.Founder)).Name == "New Name",
            (session, isChanged) => session.Principal!.CompanyName.ShouldBe(isChanged ? "New Name" : "Firm & Partners")
        );

    [Fact]
    public async Task Making_a_scope()
    {
        var command = new CreateScope("", "", []);
        await CrashScenario.AtEveryPointAsync(
            scenario =>
            {
                command = new CreateScope(EntityId.New(scenario.Silo.Clock), scenario.Email, ["Will"]);
                return Task.FromResult<Func<Task>>(() => scenario.Firm.Scopes.CreateScopeAsync(scenario.Firm.Founder, command));
            },
            async scenario =>
            {
                var scopes = (await scenario.Firm.Scopes.ListScopesAsync(scenario.Firm.Founder, Firm.AllOfIt)).Items;
                if (scenario.IsAcknowledged)
                    scopes.ShouldContain(scope => scope.Id == command.ScopeId);
                (await scenario.Firm.Scopes.CreateScopeAsync(scenario.Firm.Founder, command)).Name.ShouldBe(command.Name);
                (await AccountsAsync(scenario.Firm, AuditActions.ScopeCreated, command.ScopeId)).ShouldBe(1);
            }
        );
    }

    private static async Task RunAsync(
        string action,
        Func<Team, Task> change,
        Func<Team, Task<bool>> isChanged,
        Action<Checked, bool> look
    )
    {
        Team team = null!;
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                team = await Team.MakeAsync(scenario);
                return () => change(team);
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    await team.LookAsync(session => look(session, true));
                var changed = await isChanged(team);
                if (scenario.IsAcknowledged)
                    changed.ShouldBeTrue();
                await team.LookAsync(session => look(session, changed));
                (await AccountsAsync(team.Firm, action)).ShouldBe(changed ? 1 : 0);
                await CrashScenario.AnswerAsync(() => change(team));
                await team.LookAsync(session => look(session, true));
            }
        );
    }

    private static async Task<int> AccountsAsync(Firm firm, string action, string? target = null) =>
        (
            await firm
                .Silo.Grains.GetGrain<IAuditLogGrain>(firm.CompanyId)
                .ListAsync(new AuditFilter(null, action, target, null, null), Firm.AllOfIt)
        ).Total;

    // That they are made known is noted when the silo stops; otherwise they would be pushed once more after the crash,
    // and this change with them.
    private static Task FinishEarlierChangesAsync(CrashScenario scenario) => scenario.Silo.RestartAsync();

    private sealed record Checked(SessionPrincipal? Principal, DateTimeOffset ExpiresAt, DateTimeOffset CheckedAt);

    /// <summary>A company with two people who have a scope, and two sessions each.</summary>
    private sealed record Team(Firm Firm, string ScopeId, IReadOnlyList<string> Tokens)
    {
        public static async Task<Team> MakeAsync(CrashScenario scenario)
        {
            var firm = await Firm.FoundAsync(scenario.Silo, $"f-{scenario.Email}");
            var scope = await firm.Scopes.CreateScopeAsync(
                firm.Founder,
                new CreateScope(EntityId.New(scenario.Silo.Clock), "Injuries", ["Car crash"])
            );
            var tokens = new List<string>();
            foreach (var email in new[] { scenario.Email, scenario.OtherEmail })
            {
                await firm.InviteAsync(firm.Founder, firm.InvitationOf(email).Give(access => access with { ScopeIds = [scope.Id] }));
                var userId = (await firm.AcceptAsync(TestMailbox.TokenIn(await scenario.Silo.Mailbox.NextAsync()))).UserId;
                tokens.AddRange([(await firm.SignInAsync(userId)).Session.Token, (await firm.SignInAsync(userId)).Session.Token]);
            }

            await FinishEarlierChangesAsync(scenario);
            return new Team(firm, scope.Id, tokens);
        }

        public async Task LookAsync(Action<Checked> look)
        {
            foreach (var token in Tokens)
            {
                var check = await Firm.CheckAsync(token);
                check.Principal.ShouldNotBeNull();
                look(new Checked(check.Principal, check.ExpiresAt, Firm.Silo.Clock.GetUtcNow()));
            }
        }
    }
}
