using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.Companies;

public partial interface ICompanyGrain
{
    /// <summary>
    /// The scopes by name (RO-2); for those who see or make members: needs <c>members.read</c>, <c>members.invite</c>
    /// or <c>members.update</c>.
    /// </summary>
    [Alias("list-scopes")]
    Task<Page<ScopeView>> ListScopesAsync(Actor actor, PageRequest page);

    /// <summary>One scope; for the same people as the list.</summary>
    [Alias("get-scope")]
    Task<ScopeView> GetScopeAsync(Actor actor, string scopeId);

    /// <summary>
    /// Makes a scope; for Admins and above. May be repeated. Refuses bad fields, <c>scope_name_taken</c>,
    /// <c>scope_limit_reached</c>.
    /// </summary>
    [Alias("create-scope")]
    Task<ScopeView> CreateScopeAsync(Actor actor, CreateScope command);

    /// <summary>
    /// Changes a scope; for Admins and above. When the task completes every live session of its members has the change.
    /// Refuses bad fields, <c>scope_name_taken</c>, <c>version_conflict</c>, and case types with which a member would
    /// have too many.
    /// </summary>
    [Alias("update-scope")]
    Task<ScopeView> UpdateScopeAsync(Actor actor, string scopeId, UpdateScope command);

    /// <summary>
    /// Deletes a scope and takes it from its members, whose live sessions have it when the task completes. Nobody sees
    /// more afterwards: who had no other sees nothing. For Admins and above. Refuses <c>version_conflict</c>,
    /// <c>scope_in_use</c> when it is the last of a member or a pending invitation, and <c>not_found</c> when it is
    /// repeated.
    /// </summary>
    /// <param name="actor">Who deletes.</param>
    /// <param name="scopeId">The scope.</param>
    /// <param name="expectedVersion">The version that is meant; null: any.</param>
    /// <param name="confirmed">Whether it is deleted also when that leaves people with nothing.</param>
    [Alias("delete-scope")]
    Task DeleteScopeAsync(Actor actor, string scopeId, long? expectedVersion, bool confirmed);

    /// <summary>Whom deleting a scope would leave with nothing; for Admins and above.</summary>
    [Alias("get-scope-use")]
    Task<ScopeUse> GetScopeUseAsync(Actor actor, string scopeId);
}
