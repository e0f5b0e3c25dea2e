using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Scopes;

internal static class ScopeRules
{
    /// <summary>Any of these lets one see the scopes: who sees members, or gives them scopes.</summary>
    public static readonly IReadOnlyList<string> Readers =
    [
        Permissions.ReadMembers,
        Permissions.InviteMembers,
        Permissions.UpdateMembers,
    ];

    /// <summary>The scope that a command makes.</summary>
    public static ScopeRecord Create(CreateScope command, IReadOnlyCollection<ScopeRecord> others)
    {
        var scope = Checked(command.ScopeId, command.Name, command.CaseTypes, others);
        return others.Count < FieldLimits.Scopes ? scope : throw new RefusedException(ScopeErrors.TooMany);
    }

    /// <summary>The scope with a change applied.</summary>
    public static ScopeRecord Apply(ScopeRecord scope, UpdateScope change, IReadOnlyCollection<ScopeRecord> others)
    {
        VersionRules.EnsureExpected(change.ExpectedVersion, scope.Version);
        var after = Checked(scope.Id, change.Name ?? scope.Name, change.CaseTypes ?? scope.CaseTypes, others);
        return scope with { Name = after.Name, CaseTypes = after.CaseTypes };
    }

    private static ScopeRecord Checked(string id, string name, IReadOnlyList<string> caseTypes, IReadOnlyCollection<ScopeRecord> others)
    {
        var errors = new FieldErrors();
        var scope = new ScopeRecord
        {
            Id = id,
            Name = errors.Required("name", name, FieldLimits.ScopeName),
            CaseTypes = CheckCaseTypes(errors, caseTypes),
        };
        errors.ThrowIfAny();
        if (others.Any(other => other.Id != id && string.Equals(other.Name, scope.Name, StringComparison.OrdinalIgnoreCase)))
            throw new RefusedException(ScopeErrors.NameTaken);
        return scope;
    }

    private static IReadOnlyList<string> CheckCaseTypes(FieldErrors errors, IReadOnlyList<string> caseTypes)
    {
        var distinct = new SortedSet<string>(CaseTypes.Comparer);
        foreach (var caseType in caseTypes)
        {
            if (
                string.IsNullOrWhiteSpace(caseType)
                || !PlainText.TryClean(caseType, out var clean)
                || clean.Length > FieldLimits.CaseType
                || !InvisibleText.IsVisible(clean)
            )
            {
                errors.Add(
                    "caseTypes",
                    $"Each must have 1 to {FieldLimits.CaseType} characters, without line breaks or control characters."
                );
                return [];
            }

            distinct.Add(clean);
        }

        if (distinct.Count is 0 or > FieldLimits.CaseTypesOfScope)
            errors.Add("caseTypes", $"Give 1 to {FieldLimits.CaseTypesOfScope} of them.");
        return [.. distinct];
    }
}
