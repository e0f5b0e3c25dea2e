using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Sso;
using Kayse.Grains.Users;
using Kayse.Testing;

namespace Kayse.Grains.Tests.Sso;

public sealed class SsoRulesTests
{
    private static readonly DateTimeOffset _now = DateTimeOffset.UnixEpoch;
    private static readonly LinkedIdentity _identity = new("key", "company", "https://idp.example", "ben", _now);

    [Fact]
    public void An_id_is_used_once_and_remembered_for_as_long_as_was_asked()
    {
        var used = SsoOnceRules.Use(new SsoOnceState(), "a", _now.AddMinutes(10), _now)!;

        SsoOnceRules.Use(used, "a", _now.AddMinutes(10), _now.AddMinutes(9)).ShouldBeNull();
        SsoOnceRules.Use(used, "b", _now.AddMinutes(10), _now)!.Used.Count.ShouldBe(2);
        SsoOnceRules.Use(used, "a", _now.AddMinutes(20), _now.AddMinutes(10))!.Used.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_id_is_remembered_for_an_hour_at_most_and_what_does_not_fit_is_refused()
    {
        SsoOnceRules.Use(new SsoOnceState(), "a", DateTimeOffset.MaxValue, _now)!.Used[0].Until.ShouldBe(_now.AddHours(1));
        var full = new SsoOnceState
        {
            Used = [.. Enumerable.Range(0, SsoOnceRules.MaxUsed).Select(i => new UsedSsoId($"{i}", _now.AddMinutes(1)))],
        };
        Should.Throw<RefusedException>(() => SsoOnceRules.Use(full, "a", _now.AddMinutes(10), _now)).Code.ShouldBe("rate_limited");
        SsoOnceRules.Use(full, "a", _now.AddMinutes(10), _now.AddMinutes(1))!.Used.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_is_refused_makes_room_for_who_is_let_in()
    {
        var clock = new TestClock();
        var kept = new KeptOutcomes(clock);
        var failed = new SsoOutcome("request", null, new SsoTestReport([], []));
        var accepted = failed with { Identity = new VerifiedIdentity("connection", "issuer", "ben") };
        foreach (var i in Enumerable.Range(0, SsoOnceRules.MaxKept))
            kept.Keep($"failed {i}", failed);

        foreach (var i in Enumerable.Range(0, SsoOnceRules.MaxKept))
            kept.Keep($"accepted {i}", accepted);

        Should.Throw<RefusedException>(() => kept.Keep("one more", accepted)).Code.ShouldBe("rate_limited");
        kept.Take("failed 7").ShouldBeNull();
        kept.Take("accepted 7").ShouldBe(accepted);
        kept.Take("accepted 7").ShouldBeNull();
        clock.Advance(SsoOnceRules.Lifetime);
        kept.Take("accepted 8").ShouldBeNull();
    }

    [Fact]
    public void Another_subject_for_the_same_person_is_refused()
    {
        var linked = SsoIdentityRules.With(new UserState(), _identity);
        linked.Pending.ShouldHaveSingleItem().ShouldBe(new SyncSsoIdentity("key"));
        SsoIdentityRules.With(linked, _identity).ShouldBeSameAs(linked);

        Should
            .Throw<RefusedException>(() => SsoIdentityRules.With(linked, _identity with { Key = "other", Subject = "new ben" }))
            .Code.ShouldBe("sso_identity_changed");
        SsoIdentityRules.With(linked, _identity with { Key = "other", CompanyId = "elsewhere" }).SsoIdentities.Count.ShouldBe(2);
    }

    [Fact]
    public void Who_leaves_a_company_leaves_its_provider()
    {
        var linked = SsoIdentityRules.With(new UserState(), _identity) with { Pending = [] };

        SsoIdentityRules.WithMembership(linked, MembershipIn("elsewhere") with { Removed = true }).ShouldBeSameAs(linked);
        SsoIdentityRules.WithMembership(linked, MembershipIn("company")).ShouldBeSameAs(linked);
        var left = SsoIdentityRules.WithMembership(linked, MembershipIn("company") with { Removed = true });
        left.SsoIdentities.ShouldBeEmpty();
        left.Pending.ShouldHaveSingleItem().ShouldBe(new SyncSsoIdentity("key"));
    }

    [Theory]
    [InlineData("company", null, false, null)]
    [InlineData("company", null, true, "sso_required")]
    [InlineData("company", "sso", true, null)]
    [InlineData("elsewhere", "sso", false, "sso_company_only")]
    [InlineData("elsewhere", "sso", true, "sso_company_only")]
    public void A_session_opens_what_it_began_for(string sessionIn, string? connectionId, bool isRequired, string? refusal)
    {
        var session = new SessionView("id", sessionIn, ClientDevice.Unknown, _now, _now, _now, RememberMe: false)
        {
            SsoConnectionId = connectionId,
        };
        var membership = MembershipIn("company") with { SsoRequired = isRequired };

        CodeOf(() => SsoIdentityRules.EnsureMayOpen(session, membership)).ShouldBe(refusal);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(-121, false)]
    [InlineData(-120, true)]
    [InlineData(5, true)]
    public void A_proof_from_before_somebody_was_sent_there_is_none(int? seconds, bool isFresh)
    {
        var identity = new VerifiedIdentity("connection", "https://idp.example", "ben")
        {
            AuthenticatedAt = seconds is { } some ? _now.AddSeconds(some) : null,
        };

        SsoIdentityRules.IsFresh(identity, _now).ShouldBe(isFresh);
    }

    [Theory]
    [InlineData(Role.User, null, false, "sso_required")]
    [InlineData(Role.User, "own", false, null)]
    [InlineData(Role.User, "elsewhere", false, "not_found")]
    [InlineData(Role.User, null, true, null)]
    [InlineData(Role.SuperAdmin, null, false, null)]
    [InlineData(Role.Admin, null, false, "sso_required")]
    public void A_company_that_requires_it_serves_no_other_session(Role role, string? connection, bool byKey, string? refusal)
    {
        var company = new CompanyState { SsoExemptUserIds = ["ben"] };
        var actor = new Actor("ben", "session", null)
        {
            Key = byKey ? Kayse.Grains.ApiKeys.ApiKeyPermissions.Read : null,
            SsoConnectionId = connection is null ? null : SsoConnectionIds.Of(connection, SsoProtocol.Saml),
        };

        CodeOf(() => SsoAccessRules.EnsureOpen(actor, MemberOf(role), "own", company)).ShouldBe(refusal);
        CodeOf(() => SsoAccessRules.EnsureOpen(actor, MemberOf(role), "own", new CompanyState()))
            .ShouldBe(refusal == "sso_required" ? null : refusal);
    }

    [Fact]
    public void Who_stops_being_an_active_super_admin_keeps_no_password()
    {
        var company = new CompanyState { SsoExemptUserIds = ["ben"] };
        var exempt = MemberOf(Role.SuperAdmin);

        SsoAccessRules.LosesExemption(exempt, exempt with { FullName = "Benjamin" }, company).ShouldBeFalse();
        SsoAccessRules.LosesExemption(exempt, MemberOf(Role.Admin), company).ShouldBeTrue();
        SsoAccessRules.LosesExemption(exempt, exempt with { Status = MemberStatus.Deactivated }, company).ShouldBeTrue();
        SsoAccessRules.LosesExemption(exempt, exempt with { Removed = true }, company).ShouldBeTrue();
        SsoAccessRules.LosesExemption(exempt with { UserId = "other" }, MemberOf(Role.Admin), company).ShouldBeFalse();
    }

    [Fact]
    public void Identities_are_told_apart_by_company_issuer_and_subject()
    {
        var keys = new[]
        {
            SsoIdentityKeys.Of("a", "issuer", "subject"),
            SsoIdentityKeys.Of("b", "issuer", "subject"),
            SsoIdentityKeys.Of("a", "issuer\nsub", "ject"),
            SsoIdentityKeys.Of("a", "issuer", "sub\nject"),
            SsoIdentityKeys.Of("a", "issuer\nsubject", ""),
        };
        keys.Distinct(StringComparer.Ordinal).Count().ShouldBe(keys.Length);
    }

    [Fact]
    public void Nothing_can_be_required_that_nobody_can_use() =>
        CodeOf(() => SsoUseRules.Apply(new CompanySsoState(), new SetSsoUse(null, Enforced: true, JustInTime: true), []))
            .ShouldBe("sso_not_configured");

    [Fact]
    public void Reports_and_identities_show_no_person_in_logs()
    {
        new VerifiedIdentity("connection", "issuer", "subject-7") { Email = "ben@firm.example" }
            .ToString()
            .ShouldBe("VerifiedIdentity by connection");
        new SsoTestReport([new SsoCheck("Signature", false)], [new SsoClaim("email", "ben@firm.example")])
            .ToString()
            .ShouldBe("SsoTestReport: Signature");
        new OidcSettings("https://idp.example", "client") { ClientSecret = "hidden" }
            .ToString()
            .ShouldNotContain("hidden");
    }

    private static Membership MembershipIn(string companyId) => new(companyId, "Firm", 1, Role.User, [], null, MemberStatus.Active);

    private static MemberRecord MemberOf(Role role) =>
        new()
        {
            UserId = "ben",
            FullName = "Ben",
            Email = "ben@firm.example",
            Access = AccessGrant.Unrestricted(role),
        };

    private static string? CodeOf(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Code;
        }
    }
}
