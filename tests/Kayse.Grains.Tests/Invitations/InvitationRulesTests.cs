using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Invitations;

public sealed class InvitationRulesTests
{
    private static readonly DateTimeOffset _now = DateTimeOffset.UnixEpoch;
    private static readonly TokenHash _secret = HashOf();
    private static readonly InvitationDetails _details = new("Ben", "ben@else.example", null, null, AccessGrant.Unrestricted(Role.User));
    private static readonly Inviter _inviter = new("ada", "Ada");
    private static readonly InvitationState _pending = new()
    {
        CompanyId = "company",
        Details = _details,
        InvitedBy = _inviter,
        TokenHash = _secret,
        ExpiresAt = _now.AddHours(24),
    };
    private static readonly InvitationState _accepting = _pending with { Acceptance = new("ben", null, _details, _inviter, null) };

    [Fact]
    public void A_copied_link_is_usable_next_to_the_mailed_one_until_another_mail_and_proves_nothing()
    {
        var copied = HashOf();
        var state = _pending with { CopiedTokenHash = copied };

        Should.NotThrow(() => InvitationRules.EnsureUsable(state, copied, _now));
        Should.NotThrow(() => InvitationRules.EnsureUsable(state, _secret, _now));
        (InvitationRules.ProvesAddress(state, copied), InvitationRules.ProvesAddress(state, _secret)).ShouldBe((false, true));
        Should.Throw<RefusedException>(() => InvitationRules.EnsureUsable(_pending, copied, _now)).Code.ShouldBe("not_found");
        InvitationRules.Sent(state, HashOf(), TimeSpan.FromHours(1), _now).CopiedTokenHash.ShouldBeNull();
    }

    [Fact]
    public void It_expires_at_the_instant_unless_somebody_is_accepting_it()
    {
        InvitationRules.StatusOf(_pending, _now.AddHours(24).AddTicks(-1)).ShouldBe(InvitationStatus.Pending);
        InvitationRules.StatusOf(_pending, _now.AddHours(24)).ShouldBe(InvitationStatus.Expired);
        InvitationRules.StatusOf(_accepting, _now.AddHours(24)).ShouldBe(InvitationStatus.Pending);
    }

    [Theory]
    [InlineData("pending", "")]
    [InlineData("other token", "not_found")]
    [InlineData("accepting", "invitation_used")]
    [InlineData("expired", "invitation_expired")]
    [InlineData("revoked", "invitation_revoked")]
    [InlineData("declined", "invitation_used")]
    public void Only_the_holder_of_the_last_link_uses_a_pending_one(string what, string code)
    {
        var state = what switch
        {
            "accepting" => _accepting,
            "revoked" => InvitationRules.EndedAs(_accepting, InvitationStatus.Revoked, _now),
            "declined" => InvitationRules.EndedAs(_pending, InvitationStatus.Declined, _now),
            _ => _pending,
        };
        void Use() =>
            InvitationRules.EnsureUsable(state, what == "other token" ? HashOf() : _secret, what == "expired" ? _now.AddDays(2) : _now);

        if (code.Length == 0)
            Should.NotThrow(Use);
        else
            Should.Throw<RefusedException>(Use).Code.ShouldBe(code);
    }

    [Fact]
    public void An_expired_one_can_be_sent_again_but_not_changed()
    {
        Should.NotThrow(() => InvitationRules.EnsureSendable(_pending));
        Code(() => InvitationRules.EnsureChangeable(_pending, _now.AddDays(2))).ShouldBe("invitation_expired");
        Code(() => InvitationRules.EnsureSendable(_accepting)).ShouldBe("invitation_used");
        Code(() => InvitationRules.EnsureSendable(new InvitationState())).ShouldBe("not_found");
    }

    [Theory, InlineData("ben@firm.example", true), InlineData("ben@else.example", false), InlineData("ben@sub.firm.example", false)]
    public void A_policy_may_name_the_domains_that_can_be_invited(string email, bool isAllowed)
    {
        var policy = SecurityPolicy.Default with { InvitedEmailDomains = ["firm.example"] };
        void Invite() => InvitationRules.EnsureDomainAllowed(policy, email);

        if (isAllowed)
            Should.NotThrow(Invite);
        else
            Should.Throw<RefusedException>(Invite).Code.ShouldBe("email_domain_not_allowed");
        Should.NotThrow(() => InvitationRules.EnsureDomainAllowed(SecurityPolicy.Default, email));
    }

    [Fact]
    public void It_can_be_read_for_its_retention_period_after_it_ended_or_expired()
    {
        InvitationRules.ForgottenAt(endedAt: null, _now, keptDays: 30).ShouldBe(_now.AddDays(30));
        InvitationRules.ForgottenAt(_now.AddDays(-1), _now, keptDays: 7).ShouldBe(_now.AddDays(6));
    }

    [Fact]
    public void It_is_looked_at_again_after_30_days_as_its_retention_period_may_be_shorter_by_then()
    {
        InvitationRules.CheckedAt(_now.AddDays(29), _now).ShouldBe(_now.AddDays(29));
        InvitationRules.CheckedAt(_now.AddDays(300), _now).ShouldBe(_now.AddDays(30));
    }

    private static TokenHash HashOf()
    {
        SecretToken.Create(EntityId.New(TimeProvider.System), out var hash);
        return hash;
    }

    private static string Code(Action work) => Should.Throw<RefusedException>(work).Code;
}
