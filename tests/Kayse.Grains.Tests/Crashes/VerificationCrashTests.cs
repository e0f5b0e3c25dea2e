using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>A process that dies while an address is proved, or taken over, leaves it as it was or done.</summary>
public sealed class VerificationCrashTests
{
    [Fact]
    public Task Signing_up_mails_one_link_that_works()
    {
        Firm? founded = null;
        return CrashScenario.AtEveryPointAsync(
            scenario =>
            {
                founded = null;
                return Task.FromResult<Func<Task>>(async () => founded = await Firm.FoundUnverifiedAsync(scenario.Silo, scenario.Email));
            },
            async scenario =>
            {
                if (founded is null && await scenario.Firm.OwnerOfAsync(scenario.Email) is null)
                    return;
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    () => Task.Run(() => scenario.Silo.Mailbox.All.ShouldContain(mail => mail.To.Address == scenario.Email))
                );
                await scenario.Firm.VerifyAsync(await scenario.Silo.Mailbox.TakeVerificationAsync(scenario.Email));
                var userId = (await scenario.Firm.OwnerOfAsync(scenario.Email))!;
                (await scenario.Firm.User(userId).Email.IsEmailVerifiedAsync()).ShouldBeTrue();
            }
        );
    }

    [Fact]
    public Task Asking_for_another_link_leaves_one_that_works()
    {
        var userId = "";
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                userId = (await Firm.FoundUnverifiedAsync(scenario.Silo, scenario.Email)).Founder.UserId;
                await scenario.Silo.Mailbox.NextAsync();
                return () => scenario.Firm.User(userId).Email.ResendEmailVerificationAsync($"again-{userId}");
            },
            scenario =>
                CrashScenario.WhileTimePassesAsync(
                    scenario.Silo,
                    TimeSpan.FromMinutes(1),
                    async () =>
                    {
                        var tokens = scenario
                            .Silo.Mailbox.All.Where(mail => mail.To.Address == scenario.Email)
                            .Select(TestMailbox.TokenIn)
                            .Distinct()
                            .ToList();
                        var answers = await Task.WhenAll(
                            tokens.Select(token => CrashScenario.AnswerAsync(() => scenario.Firm.VerifyAsync(token)))
                        );
                        answers.Count(answer => answer == "works").ShouldBe(1);
                        (await scenario.Firm.User(userId).Email.IsEmailVerifiedAsync()).ShouldBeTrue();
                    }
                )
        );
    }

    [Fact]
    public Task Taking_an_account_over_by_an_invitation()
    {
        var (squatter, session) = ("", "");
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var theirs = await Firm.FoundUnverifiedAsync(scenario.Silo, scenario.Email);
                await scenario.Silo.Mailbox.TakeVerificationAsync(scenario.Email);
                squatter = theirs.Founder.UserId;
                session = (await theirs.SignInAsync(squatter)).Session.Token;
                var (_, token) = await scenario.Firm.InviteByMailAsync(scenario.Email);
                return () => AcceptAsync(scenario, squatter, token);
            },
            async scenario =>
            {
                scenario.Remind();
                var listed = await scenario.PendingAsync(scenario.Email);
                if (scenario.IsAcknowledged)
                    listed.ShouldBeNull();
                if (listed is not null)
                    await AcceptAsync(scenario, squatter, await scenario.WorkingLinkAsync(scenario.Email));

                await CrashScenario.EventuallyAsync(async () =>
                    (await scenario.Firm.CheckAsync(session)).Ended.ShouldBe(SessionEndReason.PasswordChanged)
                );
                var credential = (await scenario.Firm.User(squatter).Credentials.GetCredentialAsync())!;
                credential.PasswordHash.ShouldBe("their own");
                (await scenario.MemberAsync(scenario.Email))!.UserId.ShouldBe(squatter);
                var signIn = new SignIn(credential.Version, scenario.Firm.CompanyId, ClientDevice.Unknown, false);
                (await scenario.Firm.User(squatter).SignInAsync(signIn)).User.EmailVerified.ShouldBeTrue();
            }
        );
    }

    [Fact]
    public Task Removing_an_admin_revokes_what_they_have_sent()
    {
        var (admin, invitationId) = ("", "");
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var actor = await scenario.Firm.JoinAsync(scenario.Email, Role.Admin);
                admin = actor.UserId;
                invitationId = (await scenario.Firm.InviteAsync(actor, scenario.Firm.InvitationOf(scenario.OtherEmail, Role.Admin))).Id;
                await scenario.Silo.Mailbox.NextAsync();
                return () => scenario.Firm.Members.RemoveMemberAsync(scenario.Firm.Founder, admin);
            },
            async scenario =>
            {
                scenario.Remind();
                if (await scenario.MemberAsync(scenario.Email) is not null)
                {
                    scenario.IsAcknowledged.ShouldBeFalse();
                    await scenario.Firm.Members.RemoveMemberAsync(scenario.Firm.Founder, admin);
                }

                (await scenario.Firm.StatusOfAsync(invitationId)).ShouldBe(InvitationStatus.Revoked);
                (await scenario.LinksAsync(scenario.OtherEmail)).ShouldAllBe(link => link.Answer == "invitation_revoked");
            }
        );
    }

    private static Task<InvitationAccepted> AcceptAsync(CrashScenario scenario, string userId, string token)
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        var person = new NewPerson(userId, "their own", "Vic Tim", null, null);
        return scenario.Firm.Invitations.AcceptInvitationAsync(
            new AcceptInvitation(secret.Id.ToString(), secret.Hash, person, ExistingUserId: null)
        );
    }
}
