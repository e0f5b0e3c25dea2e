using Kayse.Grains.Scopes;

namespace Kayse.WebHost.Scopes;

/// <summary>A named group of case types.</summary>
/// <param name="Id">The scope's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="CaseTypes">The case types in it.</param>
/// <param name="MemberCount">How many members have it.</param>
internal sealed record ScopeResponse(string Id, string Name, IReadOnlyList<string> CaseTypes, int MemberCount)
{
    public static ScopeResponse Of(ScopeView scope) => new(scope.Id, scope.Name, scope.CaseTypes, scope.MemberCount);
}
