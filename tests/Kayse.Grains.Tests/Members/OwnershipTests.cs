using Kayse.Grains.Audit;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Members;

public sealed class OwnershipTests
{
    [Fact]
    public async Task Ownership_goes_from_one_to_the_other_in_one_step()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var ben = await firm.CreateAsync("ben@firm.example");
        var (mine, theirs) = (
            (await firm.SignInAsync(firm.Founder.UserId)).Session.Token,
            (await firm.SignInAsync(ben.UserId)).Session.Token
        );

        await firm.Members.TransferOwnershipAsync(firm.Founder, ben.UserId);

        (await firm.CheckAsync(mine)).Principal!.Role.ShouldBe(Role.Admin);
        (await firm.CheckAsync(theirs)).Principal!.Role.ShouldBe(Role.SuperAdmin);
        (await firm.AuditAsync())
            .Select(record => (record.Action, record.Target.Id))
            .TakeLast(3)
            .ShouldBe(
                [
                    (AuditActions.OwnershipTransferred, ben.UserId),
                    (AuditActions.MemberRoleChanged, ben.UserId),
                    (AuditActions.MemberRoleChanged, firm.Founder.UserId),
                ],
                ignoreOrder: true
            );
        await silo.Mailbox.NextAsync();
        await silo.Mailbox.NextAsync();
        silo.Mailbox.All.Select(mail => mail.Subject)
            .ShouldBe(
                ["Your role at Firm & Partners is now Super Admin", "Your role at Firm & Partners is now Admin"],
                ignoreOrder: true
            );
        (await Refused.CodeAsync(() => firm.Members.TransferOwnershipAsync(firm.Founder, ben.UserId))).ShouldBe("forbidden");
    }

    [Fact]
    public async Task It_goes_to_another_active_member_only()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var ben = await firm.CreateAsync("ben@firm.example");
        await firm.Members.DeactivateMemberAsync(firm.Founder, ben.UserId);

        (await Refused.CodeAsync(() => firm.Members.TransferOwnershipAsync(firm.Founder, ben.UserId))).ShouldBe("validation_failed");
        (await Refused.CodeAsync(() => firm.Members.TransferOwnershipAsync(firm.Founder, firm.Founder.UserId))).ShouldBe("own_role");
        (await Refused.CodeAsync(() => firm.Members.TransferOwnershipAsync(firm.Founder, "nobody"))).ShouldBe("not_found");
    }
}
