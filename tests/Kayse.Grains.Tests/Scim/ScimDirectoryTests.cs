using Kayse.Grains.Audit;
using Kayse.Grains.Domains;
using Kayse.Grains.Members;
using Kayse.Grains.Scim;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Scim;

public sealed class ScimDirectoryTests(ScimDirectoryTests.SharedSilo silo) : IClassFixture<ScimDirectoryTests.SharedSilo>, IAsyncLifetime
{
    private static int _companies;

    private readonly string _domain = $"scim{Interlocked.Increment(ref _companies)}.example";
    private Firm _firm = null!;
    private ScimCaller _caller = null!;

    private IScimUsersGrain Users => silo.Silo.Grains.GetGrain<IScimUsersGrain>(_firm.CompanyId);

    private IScimGroupsGrain Groups => silo.Silo.Grains.GetGrain<IScimGroupsGrain>(_firm.CompanyId);

    private IScimDirectoryGrain Directory => silo.Silo.Grains.GetGrain<IScimDirectoryGrain>(_firm.CompanyId);

    public async Task InitializeAsync()
    {
        _firm = await Firm.FoundAsync(silo.Silo, $"ada@{_domain}");
        await silo.Silo.Grains.GetGrain<IDomainGrain>(_domain).ClaimAsync(_firm.CompanyId);
        _caller = await TokenAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Two_tokens_work_until_they_are_revoked_and_a_third_has_to_wait()
    {
        var second = await Directory.CreateTokenAsync(_firm.Founder, NewToken());
        (await Refused.CodeAsync(() => Directory.CreateTokenAsync(_firm.Founder, NewToken()))).ShouldBe("scim_token_limit_reached");
        var holder = await Users.AuthenticateAsync(CallerOf(second));
        holder.TokenId.ShouldBe(second.View.Id);

        await Directory.RevokeTokenAsync(_firm.Founder, second.View.Id);

        (await Refused.CodeAsync(() => Users.AuthenticateAsync(CallerOf(second)))).ShouldBe("scim_token_invalid");
        (await Refused.CodeAsync(() => Users.ListUsersAsync(CallerOf(second), new()))).ShouldBe("scim_token_invalid");
        await Users.AuthenticateAsync(_caller);
        (await ActionsAsync()).ShouldBe([AuditActions.ScimTokenCreated, AuditActions.ScimTokenCreated, AuditActions.ScimTokenRevoked]);
    }

    [Fact]
    public async Task Only_a_super_admin_who_proved_who_they_are_changes_the_connection()
    {
        var admin = await _firm.CreateAsync($"admin@{_domain}", Role.Admin);
        var unproved = _firm.Founder with { IsProved = false };
        var key = _firm.Founder with { Key = Kayse.Grains.ApiKeys.ApiKeyPermissions.Admin };

        (await Refused.CodeAsync(() => Directory.CreateTokenAsync(admin, NewToken()))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => Directory.CreateTokenAsync(unproved, NewToken()))).ShouldBe("step_up_required");
        (await Refused.CodeAsync(() => Directory.CreateTokenAsync(key, NewToken()))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => Directory.SetMappingAsync(admin, "any", null))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => Directory.ReleaseBrakeAsync(admin))).ShouldBe("forbidden");
        (await Directory.GetOverviewAsync(admin)).Tokens.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_opens_the_directory_of_its_company_alone()
    {
        var other = await Firm.FoundAsync(silo.Silo, $"eve@other-{_domain}");
        var theirs = silo.Silo.Grains.GetGrain<IScimUsersGrain>(other.CompanyId);

        (await Refused.CodeAsync(() => theirs.ListUsersAsync(_caller, new()))).ShouldBe("scim_token_invalid");
        (await Refused.CodeAsync(() => Users.GetUserAsync(_caller, other.Founder.UserId))).ShouldBe("not_found");
    }

    [Fact]
    public async Task Somebody_is_added_found_changed_deactivated_and_removed()
    {
        var created = await CreateAsync("ben", "e-1");
        created.Resource.User.Active.ShouldBe(true);
        (await ListAsync($"userName eq \"BEN@{_domain}\"")).ShouldBe([created.Resource.Id]);
        (await ListAsync("externalId eq \"e-1\"")).ShouldBe([created.Resource.Id]);
        (await ListAsync("userName eq \"nobody\"")).ShouldBeEmpty();

        var renamed = await Users.ReplaceUserAsync(
            _caller,
            created.Resource.Id,
            UserOf("ben", "e-1") with
            {
                DisplayName = "Benjamin Hale",
                Title = "Partner",
            },
            created.Resource.Version
        );
        renamed.Changed.ShouldBeTrue();
        var member = await _firm.MemberAsync(created.Resource.Id);
        (member.FullName, member.JobTitle, member.Status).ShouldBe(("Benjamin Hale", "Partner", MemberStatus.Active));
        (await Refused.CodeAsync(() => Users.DeleteUserAsync(_caller, member.UserId, created.Resource.Version))).ShouldBe(
            "version_conflict"
        );

        (await SetActiveAsync(member.UserId, active: false)).Resource.User.Active.ShouldBe(false);
        (await SetActiveAsync(member.UserId, active: false)).Changed.ShouldBeFalse();
        // Without active it stays as it is.
        (await Users.ReplaceUserAsync(_caller, member.UserId, UserOf("ben", "e-1"), null)).Resource.User.Active.ShouldBe(false);
        (await SetActiveAsync(member.UserId, active: true)).Resource.User.Active.ShouldBe(true);

        await Users.DeleteUserAsync(_caller, member.UserId, null);
        (await Refused.CodeAsync(() => Users.DeleteUserAsync(_caller, member.UserId, null))).ShouldBe("not_found");
        (await ListAsync("externalId eq \"e-1\"")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_comes_back_is_the_same_by_external_id_and_then_by_name()
    {
        var (ben, cleo) = ((await CreateAsync("ben", "e-1")).Resource.Id, (await CreateAsync("cleo", null)).Resource.Id);
        await Users.DeleteUserAsync(_caller, ben, null);
        await Users.DeleteUserAsync(_caller, cleo, null);

        (await CreateAsync("benjamin", "e-1")).Resource.Id.ShouldBe(ben);
        (await CreateAsync("cleo", null)).Resource.Id.ShouldBe(cleo);
        // A retry of what was done already.
        (await CreateAsync("benjamin", "e-1")).Resource.Id.ShouldBe(ben);
        (await Refused.CodeAsync(() => CreateAsync("cleo", null))).ShouldBe("scim_uniqueness");
        (await Refused.CodeAsync(() => CreateAsync("benjamin", "e-2"))).ShouldBe("scim_uniqueness");
        (await CreateAsync("cleo", "e-3")).Resource.Id.ShouldBe(cleo);
    }

    [Fact]
    public async Task Requests_that_come_together_are_answered_each_by_itself()
    {
        var known = (await CreateAsync("known", "e-1")).Resource.Id;
        var wrong = new ScimCaller(default, IpAddress: null);

        var created = await Users.CreateUsersAsync([
            new(_caller, UserOf("ben", "e-2")),
            new(_caller, UserOf("cleo", null)),
            new(_caller, UserOf("BEN", null)),
            new(_caller, UserOf("known", "e-1")),
            new(_caller, UserOf("off", null) with { Active = false }),
            new(wrong, UserOf("dan", null)),
            new(_caller, UserOf("eve", null) with { UserName = "eve@nobodys.example" }),
        ]);

        created
            .Select(one => one.Refusal?.Code)
            .ShouldBe([null, null, "scim_uniqueness", null, null, "scim_token_invalid", "email_domain_not_verified"]);
        created[3].Result!.Resource.Id.ShouldBe(known);
        created[4].Result!.Resource.User.Active.ShouldBe(false);
        var ben = await _firm.MemberAsync(created[0].Result!.Resource.Id);
        (ben.Email, ben.Access.CaseAccess).ShouldBe(($"ben@{_domain}", AccessMode.Assigned));
        (await ListAsync("externalId eq \"e-2\"")).ShouldBe([ben.UserId]);
        (await _firm.AuditAsync()).Count(record => record.Action == AuditActions.MemberCreated).ShouldBe(4);
    }

    [Fact]
    public async Task Together_no_more_are_added_than_there_are_seats()
    {
        await _firm.Company.UpdateAsync(_firm.Founder, new(null, null, null, null, null, null, null) { SeatLimit = new(3) });

        var created = await Users.CreateUsersAsync([
            .. Enumerable.Range(0, 4).Select(number => new ScimCreation(_caller, UserOf($"p{number}", null))),
        ]);

        created.Select(one => one.Refusal?.Code).ShouldBe([null, null, "seat_limit_reached", "seat_limit_reached"]);
    }

    [Fact]
    public async Task Members_of_before_are_in_the_directory_and_can_be_linked()
    {
        var admin = await _firm.CreateAsync($"admin@{_domain}", Role.Admin);
        (await ListAsync(null)).ShouldBe(new[] { _firm.Founder.UserId, admin.UserId }.Order(StringComparer.Ordinal));

        var linked = await CreateAsync("admin", "e-7");

        linked.Resource.Id.ShouldBe(admin.UserId);
        (await _firm.MemberAsync(admin.UserId)).Role.ShouldBe(Role.Admin);
        (await Directory.GetOverviewAsync(_firm.Founder)).Users.ShouldBe(1);
    }

    [Fact]
    public async Task Groups_give_what_admins_say_and_whoever_leaves_the_last_has_nothing()
    {
        var ben = (await CreateAsync("ben", null)).Resource.Id;
        var intake = await GroupAsync("Intake", ben);
        var admins = await GroupAsync("Admins");
        await Directory.SetMappingAsync(_firm.Founder, intake, new() { AllCases = true, AgentIds = ["a1"] });
        await Directory.SetMappingAsync(_firm.Founder, admins, new() { Role = Role.Admin });
        (await AccessAsync(ben)).ShouldBe((Role.User, AccessMode.All, "a1"));

        await MembersAsync(admins, ScimOp.Add, ben);
        (await AccessAsync(ben)).ShouldBe((Role.Admin, AccessMode.All, "a1"));
        (await ListGroupsAsync($"members eq \"{ben}\"")).ShouldBe([intake, admins], ignoreOrder: true);
        (await Users.GetUserAsync(_caller, ben)).Groups.Select(group => group.Display).ShouldBe(["Intake", "Admins"]);

        await MembersAsync(admins, ScimOp.Remove, ben);
        await Groups.DeleteGroupAsync(_caller, intake, null);

        (await AccessAsync(ben)).ShouldBe((Role.User, AccessMode.Assigned, ""));
        (await Refused.CodeAsync(() => Groups.DeleteGroupAsync(_caller, intake, null))).ShouldBe("not_found");
    }

    [Fact]
    public async Task Groups_without_a_meaning_change_nobody_and_strangers_are_left_out()
    {
        var admin = await _firm.CreateAsync($"admin@{_domain}", Role.Admin);
        var group = await GroupAsync("Everybody", admin.UserId, "stranger");

        (await Groups.GetGroupAsync(_caller, group, withMembers: true)).Members!.Select(one => one.Value).ShouldBe([admin.UserId]);
        (await _firm.MemberAsync(admin.UserId)).Role.ShouldBe(Role.Admin);
        (await Refused.CodeAsync(() => GroupAsync("everybody"))).ShouldBe("scim_uniqueness");
        (await Groups.GetGroupAsync(_caller, group, withMembers: false)).Members.ShouldBeNull();
    }

    [Fact]
    public async Task Too_many_deactivations_at_once_are_paused_until_a_super_admin_resumes_them()
    {
        var people = new List<string>();
        for (var number = 0; number < 12; number++)
            people.Add((await CreateAsync($"p{number}", null)).Resource.Id);
        foreach (var id in people.Take(5))
            await SetActiveAsync(id, active: false);

        (await Refused.CodeAsync(() => SetActiveAsync(people[5], active: false))).ShouldBe("scim_paused");
        (await Refused.CodeAsync(() => Users.DeleteUserAsync(_caller, people[6], null))).ShouldBe("scim_paused");

        (await _firm.MemberAsync(people[5])).Status.ShouldBe(MemberStatus.Active);
        (await CreateAsync("still", null)).Changed.ShouldBeTrue();
        await CrashScenario.EventuallyAsync(() =>
        {
            silo.Silo.Mailbox.All.ShouldContain(mail => mail.To.Address == $"ada@{_domain}" && mail.Subject.EndsWith("are paused"));
            return Task.CompletedTask;
        });
        (await Directory.ReleaseBrakeAsync(_firm.Founder)).BrakedAt.ShouldBeNull();
        foreach (var id in people.Skip(5))
            await Users.DeleteUserAsync(_caller, id, null);
        (await ActionsAsync()).ShouldContain(AuditActions.ScimPaused);
        (await ActionsAsync()).ShouldContain(AuditActions.ScimResumed);
    }

    [Fact]
    public async Task The_last_super_admin_stays_however_often_that_is_tried()
    {
        for (var attempt = 0; attempt < 7; attempt++)
            (await Refused.CodeAsync(() => SetActiveAsync(_firm.Founder.UserId, active: false))).ShouldBe("last_super_admin");
    }

    [Fact]
    public async Task Whom_an_admin_deactivated_stays_so_and_the_notes_say_why()
    {
        var ben = (await CreateAsync("ben", null)).Resource.Id;
        await _firm.Members.DeactivateMemberAsync(_firm.Founder, ben);

        var result = await SetActiveAsync(ben, active: true);

        (result.Changed, result.Resource.User.Active).ShouldBe((false, false));
        result.Notes.ShouldHaveSingleItem().ShouldContain("admin");
    }

    [Fact]
    public async Task A_super_admin_lets_somebody_be_invited_again_whom_the_directory_removed()
    {
        var ben = (await CreateAsync("ben", null)).Resource.Id;
        (await Refused.CodeAsync(() => Directory.AllowReturnAsync(_firm.Founder, $"ben@{_domain}"))).ShouldBe("not_found");
        await Users.DeleteUserAsync(_caller, ben, null);
        (await Refused.CodeAsync(() => _firm.InviteAsync($"ben@{_domain}"))).ShouldBe("member_deprovisioned");

        await Directory.AllowReturnAsync(_firm.Founder, $"Ben@{_domain}");

        (await Refused.CodeAsync(() => Directory.AllowReturnAsync(_firm.Founder, $"ben@{_domain}"))).ShouldBe("not_found");
        var (_, token) = await _firm.InviteByMailAsync($"ben@{_domain}");
        (await _firm.AcceptAsync(token, existingUserId: ben)).UserId.ShouldBe(ben);
        (await ActionsAsync()).ShouldContain(AuditActions.ScimReturnAllowed);
    }

    [Fact]
    public async Task What_a_directory_knows_of_somebody_goes_with_their_account()
    {
        var ben = (await CreateAsync("ben", "e-1")).Resource.Id;
        await Directory.EraseAsync(ben);
        (await Directory.ExportAsync(ben))!.User.ExternalId.ShouldBe("e-1");

        await _firm.Members.RemoveMemberAsync(_firm.Founder, ben);
        await Directory.EraseAsync(ben);

        (await Directory.ExportAsync(ben)).ShouldBeNull();
    }

    private async Task<ScimCaller> TokenAsync() => CallerOf(await Directory.CreateTokenAsync(_firm.Founder, NewToken()));

    private CreateScimToken NewToken() => new(EntityId.New(silo.Silo.Clock), ExpiresAt: null);

    private ScimCaller CallerOf(IssuedScimToken token)
    {
        ScimToken.TryParse(token.Token, out var companyId, out var hash).ShouldBeTrue();
        companyId.ShouldBe(_firm.CompanyId);
        return new ScimCaller(hash, "192.0.2.1");
    }

    private ScimUser UserOf(string name, string? externalId) =>
        new()
        {
            UserName = $"{name}@{_domain}",
            ExternalId = externalId,
            DisplayName = "Ben Hale",
        };

    private Task<ScimResult<ScimUserView>> CreateAsync(string name, string? externalId) =>
        Users.CreateUserAsync(_caller, UserOf(name, externalId));

    private Task<ScimResult<ScimUserView>> SetActiveAsync(string id, bool active) =>
        Users.PatchUserAsync(_caller, id, new([new(ScimOp.Replace, "active", active ? "true" : "false")]), null);

    private async Task<IEnumerable<string>> ListAsync(string? filter) =>
        (await Users.ListUsersAsync(_caller, new(filter))).Items.Select(user => user.Id);

    private async Task<IEnumerable<string>> ListGroupsAsync(string filter) =>
        (await Groups.ListGroupsAsync(_caller, new(filter))).Items.Select(group => group.Id);

    private async Task<string> GroupAsync(string name, params IReadOnlyList<string> members) =>
        (await Groups.CreateGroupAsync(_caller, new() { DisplayName = name, MemberIds = members })).Resource.Id;

    private Task<ScimResult<ScimGroupView>> MembersAsync(string group, ScimOp op, string userId) =>
        Groups.PatchGroupAsync(_caller, group, new([new(op, "members", $$"""[{"value":"{{userId}}"}]""")]), null);

    private async Task<(Role, AccessMode, string)> AccessAsync(string userId)
    {
        var access = (await _firm.MemberAsync(userId)).Access;
        return (access.Role, access.CaseAccess, string.Join(' ', access.AgentIds));
    }

    private async Task<IEnumerable<string>> ActionsAsync() =>
        (await _firm.AuditAsync()).Select(record => record.Action).Where(action => action.StartsWith("scim.", StringComparison.Ordinal));

    public sealed class SharedSilo : IAsyncLifetime
    {
        internal TestSilo Silo { get; private set; } = null!;

        public async Task InitializeAsync() => Silo = await TestSilo.StartAsync();

        public async Task DisposeAsync() => await Silo.DisposeAsync();
    }
}
