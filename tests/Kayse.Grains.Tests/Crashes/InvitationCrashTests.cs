using Kayse.Grains.Invitations;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>A process that dies at any point of work on an invitation leaves it done or not begun.</summary>
public sealed class InvitationCrashTests
{
    [Fact]
    public Task Inviting() =>
        CrashScenario.AtEveryPointAsync(
            scenario => Task.FromResult<Func<Task>>(() => scenario.Firm.InviteAsync(scenario.Email, phone: scenario.Phone)),
            async scenario =>
            {
                var listed = await scenario.PendingAsync(scenario.Email);
                if (scenario.IsAcknowledged)
                    listed.ShouldNotBeNull();
                if (listed is null)
                    await scenario.Firm.InviteAsync(scenario.Email, phone: scenario.Phone);
                else
                    (await Refused.CodeAsync(() => scenario.Firm.InviteAsync(scenario.Email))).ShouldBe("email_already_invited");
                await AcceptAsync(scenario, scenario.Email);
                (await scenario.MemberAsync(scenario.Email))!.PhoneNumber.ShouldBe(scenario.Phone);
                (await scenario.LinksAsync(scenario.Email))
                    .Select(link => link.Answer)
                    .ShouldBe(["invitation_used"], "no mail has a link that never worked");
            }
        );

    [Fact]
    public Task Resending() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var (invitation, _) = await scenario.Firm.InviteByMailAsync(scenario.Email, phone: scenario.Phone);
                return () => scenario.Firm.Invitations.ResendInvitationAsync(scenario.Firm.Founder, invitation.Id);
            },
            async scenario =>
            {
                (await scenario.PendingAsync(scenario.Email)).ShouldNotBeNull();
                if (scenario.IsAcknowledged)
                    await CrashScenario.EventuallyAsync(async () => (await scenario.LinksAsync(scenario.Email)).Count.ShouldBe(2));
                await AcceptAsync(scenario, scenario.Email);
                (await scenario.LinksAsync(scenario.Email))
                    .Count(link => link.Answer == "not_found")
                    .ShouldBeLessThanOrEqualTo(1, "only the first link was replaced");
            }
        );

    [Fact]
    public Task Resending_what_has_expired() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var (invitation, _) = await scenario.Firm.InviteByMailAsync(scenario.Email, phone: scenario.Phone);
                scenario.Silo.Clock.Advance(TimeSpan.FromHours(24));
                return () => scenario.Firm.Invitations.ResendInvitationAsync(scenario.Firm.Founder, invitation.Id);
            },
            async scenario =>
            {
                var again = await CrashScenario.AnswerAsync(() => scenario.Firm.InviteAsync(scenario.Email, phone: scenario.Phone));
                (await scenario.PendingAsync(scenario.Email)).ShouldNotBeNull();
                again.ShouldBe(scenario.IsAcknowledged || again != "works" ? "email_already_invited" : "works");
                await AcceptAsync(scenario, scenario.Email);
            }
        );

    [Fact]
    public Task Revoking() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var (invitation, _) = await scenario.Firm.InviteByMailAsync(scenario.Email, phone: scenario.Phone);
                return () => scenario.Firm.Invitations.RevokeInvitationAsync(scenario.Firm.Founder, invitation.Id);
            },
            scenario => EndedOrPendingAsync(scenario, "invitation_revoked")
        );

    [Fact]
    public Task Declining() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var (_, token) = await scenario.Firm.InviteByMailAsync(scenario.Email, phone: scenario.Phone);
                return () => scenario.Firm.DeclineAsync(token);
            },
            scenario => EndedOrPendingAsync(scenario, "invitation_used")
        );

    [Fact]
    public Task Changing_the_phone_number() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var (invitation, _) = await scenario.Firm.InviteByMailAsync(scenario.Email, phone: scenario.Phone);
                return () =>
                    scenario.Firm.Invitations.UpdateInvitationAsync(
                        scenario.Firm.Founder,
                        invitation.Id,
                        Change(phone: scenario.OtherPhone)
                    );
            },
            async scenario =>
            {
                var phone = (await scenario.PendingAsync(scenario.Email))!.Details.PhoneNumber;
                phone.ShouldBe(scenario.IsAcknowledged || phone != scenario.Phone ? scenario.OtherPhone : scenario.Phone);
                (await scenario.IsFreeAsync(phone == scenario.Phone ? scenario.OtherPhone : scenario.Phone)).ShouldBeTrue();
                (await scenario.IsFreeAsync(phone!)).ShouldBeFalse();
                await AcceptAsync(scenario, scenario.Email);
            }
        );

    [Fact]
    public Task Changing_the_address() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var (invitation, _) = await scenario.Firm.InviteByMailAsync(scenario.Email, phone: scenario.Phone);
                return () =>
                    scenario.Firm.Invitations.UpdateInvitationAsync(
                        scenario.Firm.Founder,
                        invitation.Id,
                        Change(email: scenario.OtherEmail)
                    );
            },
            async scenario =>
            {
                var first = await CrashScenario.AnswerAsync(() => scenario.Firm.InviteAsync(scenario.Email));
                var second = await CrashScenario.AnswerAsync(() => scenario.Firm.InviteAsync(scenario.OtherEmail));
                string[] changed = ["works", "email_already_invited"];
                string[] unchanged = ["email_already_invited", "works"];
                new[] { first, second }.ShouldBe(scenario.IsAcknowledged || first == "works" ? changed : unchanged);
                await AcceptAsync(scenario, scenario.Email);
                await AcceptAsync(scenario, scenario.OtherEmail);
            }
        );

    private static async Task AcceptAsync(CrashScenario scenario, string email)
    {
        var accepted = await scenario.Firm.AcceptAsync(await scenario.WorkingLinkAsync(email));
        (await scenario.MemberAsync(email))!.UserId.ShouldBe(accepted.UserId);
    }

    private static async Task EndedOrPendingAsync(CrashScenario scenario, string ended)
    {
        var listed = await scenario.PendingAsync(scenario.Email);
        if (scenario.IsAcknowledged)
            listed.ShouldBeNull();
        if (listed is null)
        {
            (await scenario.LinksAsync(scenario.Email)).Select(link => link.Answer).ShouldBe([ended]);
            await scenario.Firm.InviteAsync(scenario.Email, phone: scenario.Phone);
        }

        await AcceptAsync(scenario, scenario.Email);
    }

    private static UpdateInvitation Change(string? phone = null, string? email = null) =>
        new(Email: email, PhoneNumber: phone is null ? null : new(phone));
}
