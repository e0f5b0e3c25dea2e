using Kayse.Grains.Members;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Tests.Members;

/// <summary>RO-6 and RO-4: who may do what, on which case type and agent.</summary>
public sealed class AuthorizationRulesTests
{
    private const string Edit = "agents.edit";

    /// <summary>
    /// Role, granted permissions, case types, agents, override on agent a (grant/deny); question; answer.
    /// </summary>
    public static TheoryData<Role, string, string?, string?, string, string?, string?, bool, AuthorizationReason> Table =>
        new()
        {
            // What the role brings, and what was granted.
            { Role.SuperAdmin, "", null, null, "", null, null, true, AuthorizationReason.Role },
            { Role.Admin, "", null, null, "", null, null, true, AuthorizationReason.Role },
            { Role.User, "", null, null, "", null, null, false, AuthorizationReason.Permission },
            { Role.User, Edit, null, null, "", null, null, true, AuthorizationReason.Permission },
            { Role.User, "crm.access", null, null, "", null, null, false, AuthorizationReason.Permission },
            // Case types: null stands for all, and where none is theirs none is open. Upper and lower case make no
            // difference.
            { Role.User, Edit, null, null, "", "Car crash", null, true, AuthorizationReason.Permission },
            { Role.User, Edit, "Car crash|Will", null, "", "car CRASH", null, true, AuthorizationReason.Permission },
            { Role.User, Edit, "Car crash|Will", null, "", " Will ", null, true, AuthorizationReason.Permission },
            { Role.User, Edit, "Car crash|Will", null, "", "Dog bite", null, false, AuthorizationReason.CaseType },
            { Role.User, Edit, "Car crash|Will", null, "", null, null, true, AuthorizationReason.Permission },
            { Role.User, "", "Car crash|Will", null, "", "Dog bite", null, false, AuthorizationReason.Permission },
            { Role.User, Edit, "Scheidung Mu\u0308ller", null, "", "Scheidung Müller", null, false, AuthorizationReason.CaseType },
            { Role.User, Edit, "Scheidung Müller", null, "", "Scheidung Mu\u0308ller", null, true, AuthorizationReason.Permission },
            { Role.User, Edit, "Car crash", null, "", "\ud800", null, false, AuthorizationReason.CaseType },
            { Role.User, Edit, "", null, "", "Will", null, false, AuthorizationReason.CaseType },
            { Role.User, Edit, "", null, "", null, null, true, AuthorizationReason.Permission },
            // Agents: null stands for all, and where none is assigned none is theirs.
            { Role.User, Edit, null, "", "", null, "a", false, AuthorizationReason.Agent },
            { Role.User, Edit, null, "", "+agents.edit", null, "a", false, AuthorizationReason.Agent },
            { Role.User, Edit, null, "", "", null, null, true, AuthorizationReason.Permission },
            { Role.User, Edit, null, null, "", null, "a", true, AuthorizationReason.Permission },
            { Role.User, Edit, null, "a|b", "", null, "a", true, AuthorizationReason.Permission },
            { Role.User, Edit, null, "b", "", null, "a", false, AuthorizationReason.Agent },
            { Role.User, Edit, null, "A", "", null, "a", false, AuthorizationReason.Agent },
            { Role.User, Edit, null, "b", "", null, null, true, AuthorizationReason.Permission },
            // On one agent: deny, then grant, then what they may in general.
            { Role.User, "", null, null, "+agents.edit", null, "a", true, AuthorizationReason.Agent },
            { Role.User, "", null, null, "+agents.edit", null, "b", false, AuthorizationReason.Permission },
            { Role.User, "", null, null, "+agents.edit", null, null, false, AuthorizationReason.Permission },
            { Role.User, Edit, null, null, "-agents.edit", null, "a", false, AuthorizationReason.Agent },
            { Role.User, Edit, null, null, "-agents.edit", null, "b", true, AuthorizationReason.Permission },
            { Role.User, Edit, null, null, "+agents.edit-agents.edit", null, "a", false, AuthorizationReason.Agent },
            { Role.User, Edit, null, null, "-crm.access", null, "a", true, AuthorizationReason.Permission },
            { Role.User, "", null, "b", "+agents.edit", null, "a", false, AuthorizationReason.Agent },
            { Role.Admin, "", null, null, "-agents.edit", null, "a", false, AuthorizationReason.Agent },
            // All of it together: what fails first is the reason.
            { Role.User, Edit, "Will", "a", "", "Will", "a", true, AuthorizationReason.Permission },
            { Role.User, "", "Will", "a", "+agents.edit", "Will", "a", true, AuthorizationReason.Agent },
            { Role.User, "", "Will", "a", "+agents.edit", "Dog bite", "a", false, AuthorizationReason.CaseType },
            { Role.User, "", "Will", "b", "", "Dog bite", "a", false, AuthorizationReason.Agent },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void The_decision_and_its_reason(
        Role role,
        string granted,
        string? caseTypes,
        string? agents,
        string onA,
        string? caseType,
        string? agentId,
        bool allowed,
        AuthorizationReason reason
    ) =>
        AuthorizationRules
            .Decide(
                Principal(role, Split(granted), SplitOrNull(caseTypes), SplitOrNull(agents), Override(onA)),
                new AuthorizationQuestion(Edit, caseType, agentId)
            )
            .ShouldBe(new AuthorizationDecision(allowed, reason));

    [Fact]
    public void To_say_more_of_what_it_is_about_never_opens_a_case_type_or_an_agent() =>
        ForAny(
            (principal, question) =>
            {
                var decision = AuthorizationRules.Decide(principal, question);
                if (!decision.Allowed)
                    return;
                AuthorizationRules.Decide(principal, question with { CaseType = null }).Allowed.ShouldBeTrue();
                if (question.CaseType is { } caseType)
                    (principal.CaseTypes?.Contains(caseType) ?? true).ShouldBeTrue();
                if (question.AgentId is { } agent)
                {
                    (principal.AgentAccess == AccessMode.All || principal.AgentIds.Contains(agent)).ShouldBeTrue();
                    (principal.AgentOverrides.GetValueOrDefault(agent)?.Deny.Contains(question.Permission) ?? false).ShouldBeFalse();
                }
            }
        );

    [Fact]
    public void To_take_something_away_never_opens_anything() =>
        ForAny(
            (principal, question) =>
            {
                if (AuthorizationRules.Decide(principal, question).Allowed)
                    return;
                AuthorizationRules
                    .Decide(principal with { Permissions = [.. principal.Permissions.Skip(1)] }, question)
                    .Allowed.ShouldBeFalse();
                if (principal.CaseTypes is { } caseTypes)
                    AuthorizationRules.Decide(principal with { CaseTypes = [.. caseTypes.Skip(1)] }, question).Allowed.ShouldBeFalse();
                if (principal.AgentAccess == AccessMode.Assigned)
                    AuthorizationRules
                        .Decide(principal with { AgentIds = [.. principal.AgentIds.Skip(1)] }, question)
                        .Allowed.ShouldBeFalse();
                var denied = principal.AgentOverrides.ToDictionary(
                    pair => pair.Key,
                    pair => pair.Value with { Deny = Permissions.All },
                    StringComparer.Ordinal
                );
                AuthorizationRules.Decide(principal with { AgentOverrides = denied }, question).Allowed.ShouldBeFalse();
            }
        );

    [Fact]
    public void The_reason_says_where_to_mend_it() =>
        ForAny(
            (principal, question) =>
            {
                var decision = AuthorizationRules.Decide(principal, question);
                var mended = (decision.Allowed, decision.Reason) switch
                {
                    (false, AuthorizationReason.CaseType) => principal with { CaseTypes = null },
                    (false, AuthorizationReason.Permission) => principal with { Permissions = Permissions.All },
                    (false, AuthorizationReason.Agent) => principal with
                    {
                        AgentIds = [],
                        AgentAccess = AccessMode.All,
                        AgentOverrides = AgentOverride.None,
                    },
                    _ => null,
                };
                if (mended is not null)
                    AuthorizationRules.Decide(mended, question).ShouldNotBe(decision);
            }
        );

    private static void ForAny(Action<SessionPrincipal, AuthorizationQuestion> holds)
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var random = new Random(seed);
            var principal = Principal(
                (Role)random.Next(3),
                Some(random, Permissions.All, 4),
                random.Next(3) == 0 ? null : Some(random, ["w", "x", "y"], 3),
                random.Next(3) == 0 ? null : Some(random, ["a", "b", "c"], 2),
                Some(random, ["a", "b", "c"], 3)
                    .ToDictionary(
                        agent => agent,
                        _ => new AgentOverride(Some(random, Permissions.All, 3), Some(random, Permissions.All, 3)),
                        StringComparer.Ordinal
                    )
            );
            var question = new AuthorizationQuestion(
                One(random, Permissions.All)!,
                random.Next(2) == 0 ? null : One(random, ["w", "x", "y"]),
                random.Next(2) == 0 ? null : One(random, ["a", "b", "c"])
            );
            holds(principal, question);
        }
    }

    private static string One(Random random, IReadOnlyList<string> of) => of[random.Next(of.Count)];

    private static string[] Some(Random random, IReadOnlyList<string> of, int most) =>
        [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => One(random, of)).Distinct()];

    private static string[]? SplitOrNull(string? texts) => texts is null ? null : Split(texts);

    private static string[] Split(string texts) => texts.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, AgentOverride> Override(string onA) =>
        onA.Length == 0 ? [] : new(StringComparer.Ordinal) { ["a"] = new(Signed(onA, '+'), Signed(onA, '-')) };

    private static string[] Signed(string texts, char sign) =>
        [
            .. texts
                .Replace("+", "|+", StringComparison.Ordinal)
                .Replace("-", "|-", StringComparison.Ordinal)
                .Split('|')
                .Where(text => text.StartsWith(sign))
                .Select(text => text[1..]),
        ];

    private static SessionPrincipal Principal(
        Role role,
        IReadOnlyList<string> granted,
        IReadOnlyList<string>? caseTypes,
        IReadOnlyList<string>? agents,
        IReadOnlyDictionary<string, AgentOverride> overrides
    ) =>
        new("user", "Ben", "ben@firm.example", "company", "Firm", role, role == Role.User ? granted : Permissions.Of(role), caseTypes)
        {
            AgentAccess = agents is null ? AccessMode.All : AccessMode.Assigned,
            AgentIds = agents ?? [],
            AgentOverrides = overrides,
        };
}
