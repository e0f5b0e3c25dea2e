using Kayse.Grains.Members;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.Tests.Members;

/// <summary>ME-4: what is noted when a member loses their access, and what is left to reassign.</summary>
public sealed class OffboardingRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    private static readonly OffboardingRecord _deactivated = new(
        "1",
        "Ben Jones",
        OffboardingStatus.Deactivated,
        _now,
        "ada",
        [new(EndedAccessKind.Session, 2, _now)],
        ["a", "b"],
        ["injuries", "accidents", "deleted"]
    );

    private static readonly OffboardingRecord _removed = _deactivated with
    {
        Id = "2",
        Status = OffboardingStatus.Removed,
        Ended = [new(EndedAccessKind.Invitation, 1, _now.AddDays(1))],
    };

    [Fact]
    public void Noting_the_same_again_changes_nothing() =>
        OffboardingRules
            .Next(OffboardingRules.Erased(_deactivated), _deactivated)
            .FullName.ShouldBe("Deleted person", "nor does it bring an erased name back");

    [Fact]
    public void What_ended_with_the_deactivation_stays_when_they_are_removed() =>
        OffboardingRules.Next(_deactivated, _removed).Ended.ShouldBe([.. _deactivated.Ended, .. _removed.Ended]);

    [Fact]
    public void Who_came_back_is_offboarded_anew()
    {
        OffboardingRules.Next(null, _deactivated).ShouldBe(_deactivated);
        OffboardingRules.Next(_removed, _deactivated).ShouldBe(_deactivated);
        OffboardingRules.Next(_removed, _removed with { Id = "3" }).Ended.ShouldBe(_removed.Ended);
    }

    [Fact]
    public void Nothing_is_said_of_what_there_was_none_of() =>
        OffboardingRules.Ended(_now, sessions: 0, apiKeys: 3, invitations: 0).ShouldBe([new(EndedAccessKind.ApiKey, 3, _now)]);

    [Fact]
    public void What_an_active_member_has_too_is_not_left()
    {
        MemberRecord[] members =
        [
            MemberWith("a", "accidents"),
            MemberWith("b", "injuries") with
            {
                Status = MemberStatus.Deactivated,
            },
            MemberWith("b", "injuries") with
            {
                Removed = true,
            },
        ];

        OffboardingRules.AgentsLeft(_deactivated, members).ShouldBe(["b"]);
        OffboardingRules.ScopesLeft(_deactivated, members, Find).ShouldBe([new("injuries", "About injuries")]);
    }

    [Fact]
    public void Scopes_are_left_by_name_unless_they_were_deleted() =>
        OffboardingRules.ScopesLeft(_deactivated, [], Find).Select(scope => scope.Id).ShouldBe(["accidents", "injuries"]);

    private static ScopeRecord? Find(string id) => id == "deleted" ? null : new ScopeRecord { Id = id, Name = $"About {id}" };

    private static MemberRecord MemberWith(string agentId, string scopeId) =>
        new()
        {
            UserId = "cleo",
            FullName = "Cleo Park",
            Email = "cleo@firm.example",
            Access = new AccessGrant { AgentIds = [agentId], ScopeIds = [scopeId] },
        };
}
