using System.Text.Json;
using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Sessions;
using Kayse.Grains.SignInGuards;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.State;

/// <summary>State comes back from storage as it was, also what was stored before something was added to it.</summary>
public sealed class StateJsonTests
{
    private static readonly Membership _membership = new(
        "company",
        "Firm",
        7,
        Role.User,
        [Permissions.ReadMembers],
        ["Will"],
        MemberStatus.Active
    )
    {
        AgentAccess = AccessMode.Assigned,
        AgentIds = ["a"],
        AgentOverrides = new Dictionary<string, AgentOverride>(StringComparer.Ordinal) { ["a"] = new([Permissions.ReadMembers], []) },
        SessionLimits = new SessionLimits(TimeSpan.FromMinutes(5), null, RememberMeAllowed: false),
        TrustedDevicesForbidden = true,
    };

    private static readonly AuditRecord _record = new(
        "id",
        DateTimeOffset.UnixEpoch,
        AuditActor.Nobody,
        AuditActions.InvitationExpired,
        new AuditTarget(AuditTargetKinds.Invitation, "id", "Ben"),
        [],
        null,
        null,
        "company"
    );

    [Fact]
    public void A_policy_that_allows_nothing() =>
        ShouldComeBack(
            new CompanyState
            {
                Policy = new SecurityPolicy(
                    true,
                    TimeSpan.Zero,
                    TimeSpan.FromMinutes(5),
                    TimeSpan.FromMinutes(15),
                    false,
                    false,
                    ["firm.example"],
                    TimeSpan.FromHours(1)
                ),
            }
        );

    [Fact]
    public void A_membership_that_allows_nothing() =>
        ShouldComeBack(
            new UserState
            {
                Email = "ben@firm.example",
                Memberships = [_membership],
                IdleTimeout = TimeSpan.FromMinutes(5),
            }
        );

    [Fact]
    public void A_person_with_pending_steps_of_every_kind()
    {
        UserStep[] steps =
        [
            new EndSessions(["session"], SessionEndReason.PasswordChanged),
            new RevokeApiKeys(["key"]),
            new RefreshSessions(),
            new RefreshApiKeys(),
            new SyncEmailAddress("old@firm.example"),
            new SyncPasskey("key"),
            new SyncSsoIdentity("key"),
            new TellBreakGlass("company", DateTimeOffset.UnixEpoch),
            new DeletePhoto("p"),
            new NotifyCompany("company", 3),
            new RenewToken("session", TokenHash.Of([1]), DateTime.UnixEpoch),
            new UnlockSignIn("ben@firm.example"),
            new SendMail(
                new OutgoingMail("mail", "ben@firm.example", "Ben", new FewBackupCodesEmail(3), DateTimeOffset.UnixEpoch),
                [1, 2, 3],
                Replaces: "before"
            ),
            new AppendAudit(_record),
        ];
        typeof(UserStep)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(UserStep)))
            .ShouldBe(steps.Select(step => step.GetType()), ignoreOrder: true);

        ShouldComeBack(new UserState { Email = "ben@firm.example", Pending = steps });

        var json = JsonSerializer.Serialize(new UserState { Pending = steps }, StateJson.Options);
        Read<UserState>(json).Pending.Select(step => step.GetType()).ShouldBe(steps.Select(step => step.GetType()));
    }

    [Fact]
    public void A_person_with_a_second_factor() =>
        ShouldComeBack(
            new UserState
            {
                Email = "ben@firm.example",
                SecondFactor = new SecondFactor([1, 2, 3], DateTimeOffset.UnixEpoch, 7, [TokenHash.Of([1])]),
                PendingSecondFactor = new PendingSecondFactor([1, 2, 3], DateTimeOffset.UnixEpoch),
                TwoFactorVersion = 2,
                TrustedDevices =
                [
                    new TrustedDevice("id", TokenHash.Of([4]), ClientDevice.Unknown, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch),
                ],
                SignInTickets =
                [
                    new SignInTicket(TokenHash.Of([2]), DateTimeOffset.UnixEpoch, "company", RememberMe: true, WrongCodes: 3),
                ],
            }
        );

    [Fact]
    public void A_person_who_was_told_of_things() =>
        ShouldComeBack(
            new UserState
            {
                Email = "ben@firm.example",
                NoticeLinks = [new NoticeLink(TokenHash.Of([1]), "ben@firm.example", DateTimeOffset.UnixEpoch) { IsUsed = true }],
                LockNoticeAt = DateTimeOffset.UnixEpoch,
                KnownDevices = [new KnownDevice(DeviceKinds.Desktop, null, "Windows", "Germany", DateTimeOffset.UnixEpoch)],
            }
        );

    [Fact]
    public void Failed_attempts() =>
        ShouldComeBack(
            new SignInGuardState
            {
                Failures = 10,
                FirstFailureAt = DateTimeOffset.UnixEpoch,
                LockedUntil = DateTimeOffset.UnixEpoch,
                LockTold = true,
            }
        );

    [Fact]
    public void A_person_whose_address_changes() =>
        ShouldComeBack(
            new UserState
            {
                Email = "ben@firm.example",
                EmailChange = new EmailChange("mail", "new@firm.example", TokenHash.Of([1]), DateTimeOffset.UnixEpoch, "session"),
                FormerEmails = [new FormerEmail("old@firm.example", TokenHash.Of([2]), DateTimeOffset.UnixEpoch)],
            }
        );

    [Fact]
    public void A_person_who_is_to_prove_their_address() =>
        ShouldComeBack(
            new UserState
            {
                Email = "ben@firm.example",
                EmailVerification = new EmailVerification(
                    "mail",
                    TokenHash.Of([1]),
                    DateTimeOffset.UnixEpoch,
                    [1, 2, 3],
                    DateTimeOffset.UnixEpoch,
                    WrongCodes: 2
                ),
                WrongEmailCodes = 7,
            }
        );

    [Fact]
    public void An_address_that_is_kept() => ShouldComeBack(new EmailAddressState { UserId = "user", Kept = true });

    [Fact]
    public void A_session() =>
        ShouldComeBack(
            new UserSessionState
            {
                Principal = new SessionPrincipal("user", "Ben", "ben@firm.example", "company", "Firm", Role.User, [], null)
                {
                    AgentAccess = AccessMode.Assigned,
                    AgentIds = ["a"],
                    AgentOverrides = _membership.AgentOverrides,
                },
                ProvedAt = DateTime.UnixEpoch,
            }
        );

    [Fact]
    public void An_invitation_with_pending_steps() =>
        ShouldComeBack(
            new InvitationState
            {
                CompanyId = "company",
                Details = new InvitationDetails(
                    "Ben",
                    "ben@firm.example",
                    null,
                    null,
                    AccessGrant.Unrestricted(Role.User) with
                    {
                        AgentAccess = AccessMode.Assigned,
                        AgentIds = ["a"],
                        AgentOverrides = _membership.AgentOverrides,
                    }
                ),
                Pending = [new WithdrawMail("mail"), new MailLink([1], _record), new RecordInAuditLog(_record)],
            }
        );

    [Fact]
    public void What_lacks_everything_that_was_added_later()
    {
        Read<CompanyState>("""{"name": "Firm"}""")
            .ShouldSatisfyAllConditions(state => state.Policy.ShouldBe(SecurityPolicy.Default), state => state.Pending.ShouldBeEmpty());
        var old = Read<UserState>(
            """{"email": "a@b.example", "memberships": [{"companyId": "c", "companyName": "Firm", "version": 1, "permissions": []}]}"""
        )
            .Memberships.Single();
        Read<UserState>("""{"email": "a@b.example"}""")
            .ShouldSatisfyAllConditions(
                state => state.Pending.ShouldBeEmpty(),
                state => state.EmailVerifiedAt.ShouldBeNull("whoever never proved an address is taken for unverified"),
                state => state.NoticeLinks.ShouldBeEmpty(),
                state => state.KnownDevices.ShouldBeEmpty(),
                state => state.SignInTickets.ShouldBeEmpty(),
                state => state.TrustedDevices.ShouldBeEmpty(),
                state => state.FormerEmails.ShouldBeEmpty()
            );
        (old.AgentIds.Count, old.AgentOverrides.Count, old.SessionLimits, old.TrustedDevicesForbidden).ShouldBe(
            (0, 0, SessionLimits.None, false)
        );
        var session = Read<UserSessionState>(
            """{"principal": {"userId": "u", "fullName": "F", "email": "e", "companyId": "c", "companyName": "n", "permissions": []}}"""
        );
        (session.Principal!.AgentIds.Count, session.Principal.AgentOverrides.Count, session.ProvedAt).ShouldBe((0, 0, default));
        var member = Read<SegmentState<MemberRecord>>("""{"items": [{"userId": "u", "fullName": "F", "email": "e", "access": {}}]}""")
            .Items.Single();
        (member.Access.AgentOverrides.Count, member.Pending.Count).ShouldBe((0, 0));
        var invitation = Read<InvitationState>("""{"companyId": "c", "details": {"fullName": "F", "email": "e", "access": {}}}""");
        (invitation.Pending.Count, invitation.Details!.Access.AgentOverrides.Count, invitation.EndedAt).ShouldBe((0, 0, null));
    }

    [Theory, InlineData(AccessMode.All), InlineData(AccessMode.Assigned)]
    public void A_mode_is_stored_whatever_it_is(AccessMode mode)
    {
        var access = new AccessGrant { CaseAccess = mode, AgentAccess = mode };
        var stored = JsonSerializer.Serialize(Person() with { Access = access }, StateJson.Options);
        stored.ShouldContain($"\"caseAccess\":\"{mode}\"");
        var read = Read<MemberRecord>(stored).Access;
        (read.CaseAccess, read.AgentAccess, read.ScopeIds.Count).ShouldBe((mode, mode, 0));
    }

    [Fact]
    public void Where_no_mode_was_set_nothing_is_open()
    {
        (Person().Access.CaseAccess, Person().Access.AgentAccess).ShouldBe((AccessMode.Assigned, AccessMode.Assigned));
        var lacking = Read<MemberRecord>("""{"userId": "u", "fullName": "F", "email": "e"}""").Access;
        (lacking.CaseAccess, lacking.AgentAccess).ShouldBe((AccessMode.Assigned, AccessMode.Assigned));
        (_membership with { AgentIds = [] }).AgentAccess.ShouldBe(AccessMode.Assigned);
        new Membership("c", "Firm", 1, Role.User, [], null, MemberStatus.Active).AgentAccess.ShouldBe(AccessMode.Assigned);
        new SessionPrincipal("u", "Ben", "e", "c", "Firm", Role.User, [], []).AgentAccess.ShouldBe(AccessMode.Assigned);
    }

    private static MemberRecord Person() =>
        new()
        {
            UserId = "u",
            FullName = "F",
            Email = "e",
        };

    private static void ShouldComeBack<T>(T state)
    {
        var json = JsonSerializer.Serialize(state, StateJson.Options);
        JsonSerializer.Serialize(Read<T>(json), StateJson.Options).ShouldBe(json);
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, StateJson.Options)!;
}
