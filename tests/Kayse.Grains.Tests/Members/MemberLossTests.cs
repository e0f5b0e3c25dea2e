using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Members;

/// <summary>ME-3, ME-4, RO-5: how members lose their access, and that a Super Admin always stays.</summary>
public sealed class MemberLossTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task A_deactivated_member_loses_sessions_and_gets_access_back_when_reactivated()
    {
        var ben = await _firm.CreateAsync("ben@firm.example", Role.User, "crm.access");
        var token = (await _firm.SignInAsync(ben.UserId)).Session.Token;

        await _firm.Members.DeactivateMemberAsync(_firm.Founder, ben.UserId);
        await _firm.Members.DeactivateMemberAsync(_firm.Founder, ben.UserId);

        (await _firm.CheckAsync(token)).Ended.ShouldBe(SessionEndReason.Deactivated);
        (await Refused.CodeAsync(() => _firm.SignInAsync(ben.UserId))).ShouldBe("invalid_credentials");
        (await Refused.CodeAsync(() => _firm.Members.GetMemberAsync(ben, ben.UserId))).ShouldBe("not_found");
        (await _firm.MemberAsync(ben.UserId)).Access.Permissions.ShouldBe(["crm.access"]);

        await _firm.Members.ReactivateMemberAsync(_firm.Founder, ben.UserId);
        (await _firm.CheckAsync(token)).Ended.ShouldBe(SessionEndReason.Deactivated, "what has ended stays so");
        await _firm.SignInAsync(ben.UserId);
        (await _firm.AuditAsync())
            .Count(record => record.Action is AuditActions.MemberDeactivated or AuditActions.MemberReactivated)
            .ShouldBe(2);
    }

    [Fact]
    public async Task A_removed_member_is_gone_with_an_account_of_what_they_held_and_may_come_again()
    {
        var ben = await _firm.JoinAsync("ben@firm.example", permissions: ["crm.access"]);
        await _firm.Members.UpdateMemberAsync(_firm.Founder, ben.UserId, new UpdateMember(Access: new(AgentIds: ["a", "b"])));
        var token = (await _firm.SignInAsync(ben.UserId)).Session.Token;

        await _firm.Members.RemoveMemberAsync(_firm.Founder, ben.UserId);

        (await _firm.CheckAsync(token)).Ended.ShouldBe(SessionEndReason.Removed);
        (await Refused.CodeAsync(() => _firm.MemberAsync(ben.UserId))).ShouldBe("not_found");
        var changes = (await _firm.AuditAsync()).Single(record => record.Action == AuditActions.MemberRemoved).Changes;
        changes.Single(change => change.Field == "agentIds").Before.ShouldBe("[\"a\",\"b\"]");
        changes.Single(change => change.Field == "permissions").Before.ShouldBe("[\"crm.access\"]");

        var (_, again) = await _firm.InviteByMailAsync("ben@firm.example");
        (await _firm.AcceptAsync(again, existingUserId: ben.UserId)).UserId.ShouldBe(ben.UserId);
        (await _firm.MemberAsync(ben.UserId)).Access.AgentIds.ShouldBeEmpty("they come back with what the new invitation gives");
        await _firm.SignInAsync(ben.UserId);
    }

    [Fact]
    public async Task Members_leave_by_themselves()
    {
        var ben = await _firm.CreateAsync("ben@firm.example");
        var token = (await _firm.SignInAsync(ben.UserId)).Session.Token;
        await _firm.Members.LeaveAsync(ben);

        (await _firm.CheckAsync(token)).Ended.ShouldBe(SessionEndReason.Removed);
        (await _firm.AuditAsync())[^1].Action.ShouldBe(AuditActions.MemberLeft);
        (await Refused.CodeAsync(() => _firm.Members.LeaveAsync(ben))).ShouldBe("not_found");
    }

    [Fact]
    public async Task The_last_Super_Admin_stays()
    {
        var founder = _firm.Founder;
        await _firm.CreateAsync("admin@firm.example", Role.Admin);
        (await Refused.CodeAsync(() => _firm.Members.LeaveAsync(founder))).ShouldBe("last_super_admin");
        (await Refused.CodeAsync(() => _firm.Members.DeactivateMemberAsync(founder, founder.UserId))).ShouldBe("last_super_admin");
        (await Refused.CodeAsync(() => _firm.Members.RemoveMemberAsync(founder, founder.UserId))).ShouldBe("last_super_admin");
        (await Refused.CodeAsync(() => _firm.Accounts.DeleteAccountAsync(founder, founder.UserId))).ShouldBe("last_super_admin");

        var other = await _firm.CreateAsync("other@firm.example", Role.SuperAdmin);
        (await Refused.CodeAsync(() => _firm.Members.RemoveMemberAsync(founder, founder.UserId))).ShouldBe("own_role");
        await _firm.Members.DeactivateMemberAsync(founder, other.UserId);
        (await Refused.CodeAsync(() => _firm.Members.LeaveAsync(founder))).ShouldBe(
            "last_super_admin",
            "a deactivated one doesn't count"
        );
    }

    [Fact]
    public async Task Of_two_Super_Admins_who_act_on_each_other_at_once_one_stays()
    {
        var one = _firm.Founder;
        for (var round = 0; round < 10; round++)
        {
            var other = Firm.ActorOf(
                (await _firm.Accounts.CreateMemberAsync(one, _firm.NewMember($"other{round}@firm.example", Role.SuperAdmin))).UserId
            );
            await _firm.User(other.UserId).Email.EmailProvedAsync($"other{round}@firm.example");
            Func<Actor, Actor, Task>[] acts =
            [
                (by, on) => _firm.Members.UpdateMemberAsync(by, on.UserId, new UpdateMember(Access: new(Role: Role.User))),
                (by, on) => _firm.Members.DeactivateMemberAsync(by, on.UserId),
                (by, on) => _firm.Members.RemoveMemberAsync(by, on.UserId),
                (by, _) => _firm.Members.LeaveAsync(by),
                (by, on) => _firm.Members.TransferOwnershipAsync(by, on.UserId),
            ];
            var answers = await Task.WhenAll(AnswerAsync(acts[round % 5](one, other)), AnswerAsync(acts[(round * 3) % 5](other, one)));

            answers.ShouldContain("done");
            var founderStays = await AnswerAsync(_firm.Members.GetMemberAsync(one, one.UserId)) == "done";
            var members = (await _firm.Members.ListMembersAsync(founderStays ? one : other, Firm.AllOfIt)).Items;
            members.Count(member => member is { Role: Role.SuperAdmin, Status: MemberStatus.Active }).ShouldBe(1, $"round {round}");
            one =
                members.Single(member => member is { Role: Role.SuperAdmin, Status: MemberStatus.Active }).UserId == one.UserId
                    ? one
                    : other;
        }
    }

    private static async Task<string> AnswerAsync(Task work)
    {
        try
        {
            await work;
            return "done";
        }
        catch (RefusedException refused)
        {
            return refused.Code;
        }
    }
}
