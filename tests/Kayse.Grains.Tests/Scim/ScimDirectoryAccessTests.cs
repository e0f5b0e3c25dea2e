using Kayse.Grains.Audit;
using Kayse.Grains.Domains;
using Kayse.Grains.Members;
using Kayse.Grains.Scim;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Scim;

/// <summary>What groups give, and what a directory may not take away.</summary>
public sealed class ScimDirectoryAccessTests(ScimDirectoryScene.SharedSilo silo) : ScimDirectoryScene(silo)
{
    [Fact]
    public async Task Groups_give_what_admins_say_and_whoever_leaves_the_last_has_nothing()
    {
        var ben = (await CreateAsync("ben", null)).Resource.Id;
        var intake = await GroupAsync("Intake", ben);
        var admins = await GroupAsync("Admins");
        await Directory.SetMappingAsync(Firm.Founder, intake, new() { AllCases = true, AgentIds = ["a1"] });
        await Directory.SetMappingAsync(Firm.Founder, admins, new() { Role = Role.Admin });
        (await AccessAsync(ben)).ShouldBe((Role.User, AccessMode.All, "a1"));

        await MembersAsync(admins, ScimOp.Add, ben);
        (await AccessAsync(ben)).ShouldBe((Role.Admin, AccessMode.All, "a1"));
        (await ListGroupsAsync($"members eq \"{ben}\"")).ShouldBe([intake, admins], ignoreOrder: true);
        (await Users.GetUserAsync(Caller, ben)).Groups.Select(group => group.Display).ShouldBe(["Intake", "Admins"]);

        await MembersAsync(admins, ScimOp.Remove, ben);
        await Groups.DeleteGroupAsync(Caller, intake, null);

        (await AccessAsync(ben)).ShouldBe((Role.User, AccessMode.Assigned, ""));
        (await Refused.CodeAsync(() => Groups.DeleteGroupAsync(Caller, intake, null))).ShouldBe("not_found");
    }

    [Fact]
    public async Task Groups_without_a_meaning_change_nobody_and_strangers_are_left_out()
    {
        var admin = await Firm.CreateAsync($"admin@{Domain}", Role.Admin);
        var group = await GroupAsync("Everybody", admin.UserId, "stranger");

        (await Groups.GetGroupAsync(Caller, group, withMembers: true)).Members!.Select(one => one.Value).ShouldBe([admin.UserId]);
        (await Firm.MemberAsync(admin.UserId)).Role.ShouldBe(Role.Admin);
        (await Refused.CodeAsync(() => GroupAsync("everybody"))).ShouldBe("scim_uniqueness");
        (await Groups.GetGroupAsync(Caller, group, withMembers: false)).Members.ShouldBeNull();
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
        (await Refused.CodeAsync(() => Users.DeleteUserAsync(Caller, people[6], null))).ShouldBe("scim_paused");

        (await Firm.MemberAsync(people[5])).Status.ShouldBe(MemberStatus.Active);
        (await CreateAsync("still", null)).Changed.ShouldBeTrue();
        await CrashScenario.EventuallyAsync(() =>
        {
            Silo.Mailbox.All.ShouldContain(mail => mail.To.Address == $"ada@{Domain}" && mail.Subject.EndsWith("are paused"));
            return Task.CompletedTask;
        });
        (await Directory.ReleaseBrakeAsync(Firm.Founder)).BrakedAt.ShouldBeNull();
        foreach (var id in people.Skip(5))
            await Users.DeleteUserAsync(Caller, id, null);
        (await ActionsAsync()).ShouldContain(AuditActions.ScimPaused);
        (await ActionsAsync()).ShouldContain(AuditActions.ScimResumed);
    }

    [Fact]
    public async Task The_last_super_admin_stays_however_often_that_is_tried()
    {
        for (var attempt = 0; attempt < 7; attempt++)
            (await Refused.CodeAsync(() => SetActiveAsync(Firm.Founder.UserId, active: false))).ShouldBe("last_super_admin");
    }

    [Fact]
    public async Task Whom_an_admin_deactivated_stays_so_and_the_notes_say_why()
    {
        var ben = (await CreateAsync("ben", null)).Resource.Id;
        await Firm.Members.DeactivateMemberAsync(Firm.Founder, ben);

        var result = await SetActiveAsync(ben, active: true);

        (result.Changed, result.Resource.User.Active).ShouldBe((false, false));
        result.Notes.ShouldHaveSingleItem().ShouldContain("admin");
    }

    [Fact]
    public async Task A_super_admin_lets_somebody_be_invited_again_whom_the_directory_removed()
    {
        var ben = (await CreateAsync("ben", null)).Resource.Id;
        (await Refused.CodeAsync(() => Directory.AllowReturnAsync(Firm.Founder, $"ben@{Domain}"))).ShouldBe("not_found");
        await Users.DeleteUserAsync(Caller, ben, null);
        (await Refused.CodeAsync(() => Firm.InviteAsync($"ben@{Domain}"))).ShouldBe("member_deprovisioned");

        await Directory.AllowReturnAsync(Firm.Founder, $"Ben@{Domain}");

        (await Refused.CodeAsync(() => Directory.AllowReturnAsync(Firm.Founder, $"ben@{Domain}"))).ShouldBe("not_found");
        var (_, token) = await Firm.InviteByMailAsync($"ben@{Domain}");
        (await Firm.AcceptAsync(token, existingUserId: ben)).UserId.ShouldBe(ben);
        (await ActionsAsync()).ShouldContain(AuditActions.ScimReturnAllowed);
    }
}
