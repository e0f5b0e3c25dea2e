using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.Scopes;

/// <summary>The scopes of a company (RO-2), keyed by company id.</summary>
[Alias("kayse.company-scopes")]
public interface ICompanyScopesGrain : IGrainWithStringKey
{
    /// <summary>
    /// The scopes by name; needs <c>members.read</c>, <c>members.invite</c> or <c>members.update</c>.
    /// </summary>
    [Alias("list")]
    Task<Page<ScopeView>> ListScopesAsync(Actor actor, PageRequest page);

    /// <summary>One scope; needs what <see cref="ListScopesAsync"/> needs.</summary>
    [Alias("get")]
    Task<ScopeView> GetScopeAsync(Actor actor, string scopeId);

    /// <summary>
    /// Creates a scope; for Admins and above. May be repeated. Refuses bad fields, <c>scope_name_taken</c>,
    /// <c>scope_limit_reached</c>.
    /// </summary>
    [Alias("create")]
    Task<ScopeView> CreateScopeAsync(Actor actor, CreateScope command);

    /// <summary>
    /// Changes a scope; for Admins and above. When the task completes every live session of its members has the change.
    /// Refuses bad fields, <c>scope_name_taken</c>, <c>version_conflict</c>, and case types with which a member would
    /// have too many.
    /// </summary>
    [Alias("update")]
    Task<ScopeView> UpdateScopeAsync(Actor actor, string scopeId, UpdateScope command);

    /// <summary>
    /// Deletes a scope and takes it from its members; their live sessions have the change when the task completes.
    /// Nobody sees more afterwards: a member who had no other scope sees nothing. For Admins and above. Refuses
    /// <c>version_conflict</c>, <c>scope_in_use</c> when it is the last scope of a member or a pending invitation, and
    /// <c>not_found</c> when it is repeated.
    /// </summary>
    /// <param name="actor">Who deletes.</param>
    /// <param name="scopeId">The scope.</param>
    /// <param name="expectedVersion">The version that is meant; null: any.</param>
    /// <param name="confirmed">Whether to delete it even if that leaves people without any scope.</param>
    [Alias("delete")]
    Task DeleteScopeAsync(Actor actor, string scopeId, long? expectedVersion, bool confirmed);

    /// <summary>How many would have no scope left without this one; for Admins and above.</summary>
    [Alias("get-use"), AlwaysInterleave]
    Task<ScopeUse> GetScopeUseAsync(Actor actor, string scopeId);
}
