using System.Text.Json;
using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Companies;

public sealed class CompanyStepTests
{
    private static readonly Announce _announcement = new(
        [
            new AuditRecord(
                "record",
                DateTimeOffset.UnixEpoch,
                AuditActor.Nobody,
                AuditActions.MemberJoined,
                new AuditTarget(AuditTargetKinds.Member, "user", "Ben"),
                [],
                null,
                null,
                "company"
            ),
        ],
        []
    );

    private static readonly CreateMemberAccount _account = new(
        new MemberRecord
        {
            UserId = "user",
            FullName = "Ben",
            Email = "ben@firm.example",
        },
        new RegisterUser("Ben", "ben@firm.example", null, "hash", null),
        _announcement
    );

    private static readonly CompanyStep[] _steps =
    [
        _announcement,
        new UpdateMemberships(),
        new FoundCompany(new SignUp("Firm", "Ada", "ada@firm.example", null, null, null, "user", "hash", null, FirstRunOnly: false)),
        _account,
        new CreateMemberAccounts([_account]),
        new GiveRole("user", Role.SuperAdmin, _announcement),
        new EndMemberSessions(["session"], SessionEndReason.Revoked),
        new SetMemberPassword("hash"),
        new SendMemberPasswordReset("reset"),
        new ResetMemberTwoFactor("reset"),
        new CancelMemberTwoFactorReset(),
        new EraseAccount(),
        new RevokeExcessInvitations(),
        new NoteOffboarding(
            new(
                "id",
                "Ben",
                OffboardingStatus.Removed,
                DateTimeOffset.UnixEpoch,
                "ada",
                [new(EndedAccessKind.ApiKey, 2, default)],
                [],
                []
            )
        ),
        new ForgetOffboarding(),
        new DeleteRecord(),
        new TellBilling(WasFirstSuperAdmin: true),
        new TellSso(),
    ];

    [Fact]
    public void Every_step_is_the_same_once_it_has_been_stored()
    {
        _steps.Select(step => step.GetType()).ShouldBe(Types(), ignoreOrder: true);
        var stored = JsonSerializer.Serialize(new CompanyState { Pending = _steps }, StateJson.Options);

        var read = JsonSerializer.Deserialize<CompanyState>(stored, StateJson.Options)!;

        read.Pending.Select(step => step.GetType()).ShouldBe(_steps.Select(step => step.GetType()));
        JsonSerializer.Serialize(read, StateJson.Options).ShouldBe(stored);
    }

    [Fact]
    public void Steps_do_not_show_a_password_hash_in_logs() => new SetMemberPassword("hash").ToString().ShouldBe("SetMemberPassword");

    private static IEnumerable<Type> Types() =>
        typeof(CompanyStep).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CompanyStep)));
}
