using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Tests.Scopes;

namespace Kayse.Grains.Tests.Members;

/// <summary>
/// RO-8: what is explained is what is decided, for any access; and what a preview says of a change is all that changes.
/// </summary>
public sealed class AccessExplanationTests
{
    private const int Accesses = 1_500;

    // "z" is what nobody was given by name.
    private static readonly string?[] _agents = [null, "a", "b", "c", "z"];
    private static readonly string?[] _caseTypes = [null, "w", "x", "y", "z"];

    private static readonly ScopeList _scopes = SampleScopes.Of(
        SampleScopes.Scope("one", "w"),
        SampleScopes.Scope("two", "w", "x"),
        SampleScopes.Scope("three", "y")
    );

    [Fact]
    public void What_is_explained_is_what_is_decided()
    {
        for (var seed = 0; seed < Accesses; seed++)
        {
            var access = Any(new Random(seed));
            var explanation = Explain(access);
            foreach (var question in Questions())
                Reads(explanation, question).ShouldBe(Decides(access, question), $"{question} with seed {seed}");
        }
    }

    [Fact]
    public void Every_reason_for_a_case_type_is_a_scope_that_has_it()
    {
        for (var seed = 0; seed < Accesses; seed++)
        {
            foreach (var caseType in Explain(Any(new Random(seed))).CaseTypes ?? [])
            {
                caseType.ScopeIds.ShouldNotBeEmpty();
                caseType.ScopeIds.ShouldAllBe(id => _scopes.Find(id)!.CaseTypes.Contains(caseType.CaseType));
            }
        }
    }

    [Fact]
    public void Whatever_a_change_opens_or_closes_its_preview_says()
    {
        for (var seed = 0; seed < Accesses; seed++)
        {
            var random = new Random(seed);
            var (before, after) = (Any(random), Any(random));
            var (was, willBe) = (Explain(before), Explain(after));
            var (grants, takes) = (AccessDifferences.Gained(was, willBe), AccessDifferences.Gained(willBe, was));
            foreach (var question in Questions())
            {
                var (could, can) = (Decides(before, question), Decides(after, question));
                if (can && !could)
                    Says(grants, question).ShouldBeTrue($"{question} with seed {seed}");
                if (could && !can)
                    Says(takes, question).ShouldBeTrue($"{question} with seed {seed}");
            }
        }
    }

    [Fact]
    public void A_preview_says_nothing_that_does_not_change()
    {
        for (var seed = 0; seed < Accesses; seed++)
        {
            var random = new Random(seed);
            var (was, willBe) = (Explain(Any(random)), Explain(Any(random)));
            var grants = AccessDifferences.Gained(was, willBe);

            AccessDifferences.Gained(was, was).IsEmpty.ShouldBeTrue();
            grants.Permissions.ShouldAllBe(permission => May(willBe, permission) && !May(was, permission));
            grants.CaseTypes.ShouldAllBe(caseType => Sees(willBe, caseType) && !Sees(was, caseType));
            grants.AgentIds.ShouldAllBe(agentId => Uses(willBe, agentId) && !Uses(was, agentId));
            grants.AgentPermissions.ShouldAllBe(on =>
                Reads(willBe, new(on.Permission, null, on.AgentId)) && !Reads(was, new(on.Permission, null, on.AgentId))
            );
        }
    }

    // What a reader of the explanation concludes.
    private static bool Reads(AccessExplanation access, AuthorizationQuestion question)
    {
        if (question.CaseType is { } caseType && !Sees(access, caseType))
            return false;
        if (question.AgentId is not { } agentId)
            return May(access, question.Permission);
        return Uses(access, agentId)
            && (
                access
                    .Agents.SingleOrDefault(agent => agent.AgentId == agentId)
                    ?.Exceptions.SingleOrDefault(exception => exception.Permission == question.Permission)
                    ?.Allowed
                ?? May(access, question.Permission)
            );
    }

    private static bool May(AccessExplanation access, string permission) =>
        access.Permissions.Single(known => known.Permission == permission).Allowed;

    private static bool Sees(AccessExplanation access, string caseType) =>
        access.CaseTypes?.Any(known => known.CaseType == caseType) ?? true;

    private static bool Uses(AccessExplanation access, string agentId) =>
        access.Agents.SingleOrDefault(agent => agent.AgentId == agentId)?.Allowed ?? access.AgentAccess == AccessMode.All;

    // Whether a part of the question is in what is said to be gained, or lost.
    private static bool Says(AccessDifference difference, AuthorizationQuestion question) =>
        difference.Permissions.Contains(question.Permission)
        || (question.CaseType is { } caseType && (difference.AllCaseTypes || difference.CaseTypes.Contains(caseType)))
        || (
            question.AgentId is { } agentId
            && (
                difference.AllAgents
                || difference.AgentIds.Contains(agentId)
                || difference.AgentPermissions.Contains(new AgentPermission(agentId, question.Permission))
            )
        );

    private static bool Decides(AccessGrant access, AuthorizationQuestion question) =>
        AuthorizationRules.Decide(AccessExplanations.PrincipalOf(access, _scopes.CaseTypesOf(access)), question).Allowed;

    private static AccessExplanation Explain(AccessGrant access) =>
        AccessExplanations.Of(access, _scopes.CaseTypesOf(access), _scopes.Find);

    private static IEnumerable<AuthorizationQuestion> Questions() =>
        from permission in Permissions.All
        from caseType in _caseTypes
        from agentId in _agents
        select new AuthorizationQuestion(permission, caseType, agentId);

    private static AccessGrant Any(Random random)
    {
        var role = (Role)random.Next(3);
        var seesAll = role != Role.User || random.Next(3) == 0;
        var usesAll = random.Next(3) == 0;
        return new AccessGrant
        {
            Role = role,
            CaseAccess = seesAll ? AccessMode.All : AccessMode.Assigned,
            ScopeIds = seesAll ? [] : Some(random, ["one", "two", "three", "gone"], 3),
            Permissions = Permissions.Beyond(role, Some(random, Permissions.Grantable, 4)),
            AgentAccess = usesAll ? AccessMode.All : AccessMode.Assigned,
            AgentIds = usesAll ? [] : Some(random, ["a", "b", "c"], 2),
            AgentOverrides = Some(random, ["a", "b", "c"], 3)
                .ToDictionary(
                    agent => agent,
                    _ => new AgentOverride(Some(random, Permissions.Grantable, 3), Some(random, Permissions.Grantable, 3)),
                    StringComparer.Ordinal
                ),
        };
    }

    private static string[] Some(Random random, IReadOnlyList<string> of, int most) =>
        [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => of[random.Next(of.Count)]).Distinct()];
}
