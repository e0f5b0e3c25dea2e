using Kayse.Grains.Directory;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of an acceptance leaves the invitation pending, or a member who can sign in.
/// </summary>
public sealed class AcceptanceCrashTests
{
    [Fact]
    public Task With_the_number_of_the_invitation() => AcceptAsync(_ => null);

    [Fact]
    public Task With_another_number() => AcceptAsync(scenario => scenario.OtherPhone);

    [Fact]
    public Task Without_a_number() => AcceptAsync(_ => "");

    [Fact]
    public Task By_somebody_who_has_an_account() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var person = await (await Firm.FoundAsync(scenario.Silo, scenario.OtherEmail)).JoinAsync(scenario.Email);
                var (_, token) = await scenario.Firm.InviteByMailAsync(scenario.Email, Role.Admin, scenario.Phone);
                return () => scenario.Firm.AcceptAsync(token, existingUserId: person.UserId);
            },
            async scenario =>
            {
                var userId = (await scenario.Firm.OwnerOfAsync(scenario.Email))!;
                if (await scenario.PendingAsync(scenario.Email) is not null)
                    await scenario.Firm.AcceptAsync(await scenario.WorkingLinkAsync(scenario.Email), existingUserId: userId);
                (await scenario.MemberAsync(scenario.Email))!.Role.ShouldBe(Role.Admin);
                (await scenario.Firm.SignInAsync(userId)).ActiveCompanyId.ShouldBe(scenario.Firm.CompanyId);
                (await scenario.MemberAsync(scenario.Email))!.PhoneNumber.ShouldBe(scenario.Phone, "they have given no other");
                (await scenario.IsFreeAsync(scenario.Phone)).ShouldBeFalse();
            }
        );

    [Fact]
    public Task By_somebody_whose_account_is_deleted_before_it_is_finished() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var person = await scenario.Firm.JoinAsync(scenario.Email);
                await scenario.Firm.Members.RemoveMemberAsync(scenario.Firm.Founder, person.UserId);
                var (_, token) = await scenario.Firm.InviteByMailAsync(scenario.Email);
                return () => scenario.Firm.AcceptAsync(token, existingUserId: person.UserId);
            },
            async scenario =>
            {
                var userId = (await scenario.Silo.Grains.GetGrain<IEmailAddressGrain>(scenario.Email).GetUserIdAsync())!;
                var erased = await CrashScenario.AnswerAsync(() => scenario.Firm.User(userId).Profile.EraseAsync());
                (await scenario.Firm.Company.GetAsync(scenario.Firm.Founder)).ShouldNotBeNull("the company goes on");
                if (erased == "works" && await scenario.MemberAsync(scenario.Email) is null)
                    (await scenario.PendingAsync(scenario.Email)).ShouldNotBeNull();
            }
        );

    private static Task AcceptAsync(Func<CrashScenario, string?> phoneOf) =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var (_, token) = await scenario.Firm.InviteByMailAsync(scenario.Email, phone: scenario.Phone);
                return () => scenario.Firm.AcceptAsync(token, phoneOf(scenario));
            },
            async scenario =>
            {
                var listed = await scenario.PendingAsync(scenario.Email);
                if (scenario.IsAcknowledged)
                    listed.ShouldBeNull();
                if (listed is not null)
                    await scenario.Firm.AcceptAsync(await scenario.WorkingLinkAsync(scenario.Email), phoneOf(scenario));

                var member = (await scenario.MemberAsync(scenario.Email)).ShouldNotBeNull();
                var phone = phoneOf(scenario) ?? scenario.Phone;
                (member.PhoneNumber ?? "").ShouldBe(phone);
                (await scenario.Firm.SignInAsync(member.UserId)).ActiveCompanyId.ShouldBe(scenario.Firm.CompanyId);
                (await scenario.LinksAsync(scenario.Email)).Select(link => link.Answer).ShouldBe(["invitation_used"]);
                (await scenario.IsFreeAsync(scenario.Phone)).ShouldBe(phone != scenario.Phone);
            }
        );
}
