using Kayse.Grains.Audit;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies in the midst of a command on a member, also while their sessions are being told, leaves it
/// undone or finishes it.
/// </summary>
public sealed class MemberCrashTests
{
    private readonly List<string> _tokens = [];
    private Actor _member = null!;
    private CreateMember _creation = null!;

    [Fact]
    public Task Changing_a_role() =>
        AtEveryPointAsync(
            (firm, member) =>
                firm.Members.UpdateMemberAsync(
                    firm.Founder,
                    member.UserId,
                    new UpdateMember(JobTitle: new("Partner"), Access: new(Role: Role.Admin))
                ),
            AuditActions.MemberRoleChanged,
            done: nameof(Role.Admin)
        );

    [Fact]
    public Task Deactivating() =>
        AtEveryPointAsync(
            (firm, member) => firm.Members.DeactivateMemberAsync(firm.Founder, member.UserId),
            AuditActions.MemberDeactivated,
            nameof(SessionEndReason.Deactivated),
            (scenario, isDone) => OffboardingIsAsync(scenario, isDone ? OffboardingStatus.Deactivated : null)
        );

    [Fact]
    public Task Removing() =>
        AtEveryPointAsync(
            (firm, member) => firm.Members.RemoveMemberAsync(firm.Founder, member.UserId),
            AuditActions.MemberRemoved,
            nameof(SessionEndReason.Removed),
            (scenario, isDone) => OffboardingIsAsync(scenario, isDone ? OffboardingStatus.Removed : null)
        );

    [Fact]
    public Task Leaving() =>
        AtEveryPointAsync(
            (firm, member) => firm.Members.LeaveAsync(member),
            AuditActions.MemberLeft,
            nameof(SessionEndReason.Removed),
            (scenario, isDone) => OffboardingIsAsync(scenario, isDone ? OffboardingStatus.Removed : null)
        );

    [Fact]
    public Task Signing_out() =>
        AtEveryPointAsync(
            (firm, member) => firm.MemberSessions.SignOutMemberAsync(firm.Founder, member.UserId),
            AuditActions.MemberSignedOut,
            nameof(SessionEndReason.Revoked)
        );

    [Fact]
    public Task Setting_a_password() =>
        AtEveryPointAsync(
            (firm, member) => firm.Accounts.SetMemberPasswordAsync(firm.Founder, member.UserId, "set"),
            AuditActions.MemberPasswordSet,
            nameof(SessionEndReason.PasswordChanged),
            async (scenario, isDone) =>
                (await scenario.Firm.User(_member.UserId).Credentials.GetCredentialAsync())!.PasswordHash.ShouldBe(
                    isDone ? "set" : "hash"
                )
        );

    [Fact]
    public Task Sending_a_reset_link() =>
        AtEveryPointAsync(
            (firm, member) => firm.Accounts.SendMemberPasswordResetAsync(firm.Founder, member.UserId),
            AuditActions.MemberPasswordResetSent,
            nameof(SessionEndReason.Revoked)
        );

    [Fact]
    public Task Transferring_ownership()
    {
        Firm firm = null!;
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                firm = await Firm.FoundAsync(scenario.Silo, scenario.OtherEmail);
                _member = await firm.CreateAsync(scenario.Email);
                return () => firm.Members.TransferOwnershipAsync(firm.Founder, _member.UserId);
            },
            async scenario =>
            {
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var roles = ((await firm.MemberAsync(firm.Founder.UserId)).Role, (await firm.MemberAsync(_member.UserId)).Role);
                        roles.ShouldBeOneOf((Role.SuperAdmin, Role.User), (Role.Admin, Role.SuperAdmin));
                        if (scenario.IsAcknowledged)
                            roles.ShouldBe((Role.Admin, Role.SuperAdmin));
                        var told = (await firm.AuditAsync()).Count(record =>
                            record.Action is AuditActions.OwnershipTransferred or AuditActions.MemberRoleChanged
                        );
                        told.ShouldBe(roles.Item1 == Role.Admin ? 3 : 0);
                    }
                );
            }
        );
    }

    [Fact]
    public Task Creating() =>
        CrashScenario.AtEveryPointAsync(
            scenario =>
            {
                _creation = scenario.Firm.NewMember(scenario.Email) with { PhoneNumber = scenario.Phone };
                return Task.FromResult<Func<Task>>(() => scenario.Firm.Accounts.CreateMemberAsync(scenario.Firm.Founder, _creation));
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await scenario.MemberAsync(scenario.Email)).ShouldNotBeNull();
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var isMember = await scenario.MemberAsync(scenario.Email) is not null;
                        (await scenario.Firm.OwnerOfAsync(scenario.Email)).ShouldBe(isMember ? _creation.UserId : null);
                        (await scenario.IsFreeAsync(scenario.Phone)).ShouldBe(!isMember);
                    }
                );
                (await scenario.Firm.Accounts.CreateMemberAsync(scenario.Firm.Founder, _creation)).UserId.ShouldBe(
                    _creation.UserId,
                    "a repetition ends with the same"
                );
                (await scenario.Firm.SignInAsync(_creation.UserId)).Restriction.ShouldBe(SessionRestriction.PasswordChange);
                (await AboutAsync(scenario, _creation.UserId, AuditActions.MemberCreated)).ShouldBe(1);
            }
        );

    [Fact]
    public Task Deleting_an_account() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                _member = await scenario.Firm.JoinAsync(scenario.Email, phone: scenario.Phone);
                await scenario.Firm.SignInAsync(_member.UserId);
                return () => scenario.Firm.Accounts.DeleteAccountAsync(scenario.Firm.Founder, _member.UserId);
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await scenario.Firm.User(_member.UserId).Profile.GetAsync()).ShouldBeNull();
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var isMember = await scenario.MemberAsync(scenario.Email) is not null;
                        if (scenario.IsAcknowledged)
                            isMember.ShouldBeFalse();
                        (await scenario.Firm.User(_member.UserId).Profile.GetAsync() is not null).ShouldBe(isMember);
                        (await scenario.Firm.OwnerOfAsync(scenario.Email)).ShouldBe(isMember ? _member.UserId : null);
                        (await scenario.IsFreeAsync(scenario.Phone)).ShouldBe(!isMember);
                        (await AboutAsync(scenario, _member.UserId, AuditActions.MemberAccountDeleted)).ShouldBe(isMember ? 0 : 1);
                        if (!isMember)
                            (await scenario.Firm.Members.GetOffboardingAsync(scenario.Firm.Founder, _member.UserId)).FullName.ShouldBe(
                                AuditEntry.DeletedPerson
                            );
                    }
                );
            }
        );

    // The member has sessions, so that the death also comes between telling one and telling the next.
    private Task AtEveryPointAsync(
        Func<Firm, Actor, Task> command,
        string action,
        string done,
        Func<CrashScenario, bool, Task>? look = null
    ) =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                _member = await scenario.Firm.JoinAsync(scenario.Email);
                _tokens.Clear();
                for (var i = 0; i < 4; i++)
                    _tokens.Add((await scenario.Firm.SignInAsync(_member.UserId)).Session.Token);
                return () => command(scenario.Firm, _member);
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await StatesAsync(scenario)).ShouldBe([done]);
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var states = await StatesAsync(scenario);
                        states.Count.ShouldBe(1, $"all sessions are alike in the end, and not {string.Join(", ", states)}");
                        states[0].ShouldBeOneOf(nameof(Role.User), done);
                        (await AboutAsync(scenario, _member.UserId, action)).ShouldBe(states[0] == done ? 1 : 0);
                        if (look is not null)
                            await look(scenario, states[0] == done);
                    }
                );
            }
        );

    // All sessions are counted, once, also when some had ended before the process died.
    private async Task OffboardingIsAsync(CrashScenario scenario, OffboardingStatus? expected)
    {
        var members = scenario.Firm.Members;
        if (expected is null)
        {
            (await Refused.CodeAsync(() => members.GetOffboardingAsync(scenario.Firm.Founder, _member.UserId))).ShouldBe("not_found");
            return;
        }

        var offboarding = await members.GetOffboardingAsync(scenario.Firm.Founder, _member.UserId);
        offboarding.Status.ShouldBe(expected.Value);
        offboarding.Ended.Select(ended => (ended.Kind, ended.Count)).ShouldBe([(EndedAccessKind.Session, _tokens.Count)]);
    }

    private async Task<List<string>> StatesAsync(CrashScenario scenario)
    {
        var states = new List<string>();
        foreach (var token in _tokens)
        {
            var check = await scenario.Firm.CheckAsync(token);
            states.Add(check.Principal?.Role.ToString() ?? check.Ended?.ToString() ?? "unknown");
        }

        return [.. states.Distinct()];
    }

    private static async Task<int> AboutAsync(CrashScenario scenario, string userId, string action) =>
        (await scenario.Firm.AuditAsync()).Count(record => record.Target.Id == userId && record.Action == action);
}
