using Kayse.Grains.Members;
using Kayse.Grains.State;
using Orleans.Storage;

namespace Kayse.Grains.Scopes;

/// <summary>The scopes of a company.</summary>
internal sealed class ScopeList(IGrainStorage storage, GrainId company, Action onFailedWrite)
{
    // A scope of 200 case types is some 14 KB, and with what is still to be told of a change three times that.
    private const int SegmentCapacity = 8;
    private readonly SegmentedList<ScopeRecord> _scopes = new(storage, company, "scopes", SegmentCapacity, onFailedWrite);

    /// <summary>With those that are being deleted.</summary>
    public IEnumerable<ScopeRecord> All => _scopes.Items;

    public Task LoadAsync() => _scopes.LoadAsync();

    /// <summary>The scope, if it is there and stays.</summary>
    public ScopeRecord? Find(string id) => _scopes.Find(id) is { Deleted: false } scope ? scope : null;

    /// <summary>Adds or replaces; on disk when the task completes.</summary>
    public Task PutAsync(ScopeRecord scope) => _scopes.PutAsync(scope);

    public Task RemoveAsync(string id) => _scopes.RemoveAsync(id);

    /// <summary>The union of what a member's scopes allow; null, which means all, for who has none.</summary>
    public IReadOnlyList<string>? CaseTypesOf(MemberRecord member)
    {
        var scopes = member.ScopeIds.Select(Find).OfType<ScopeRecord>().ToList();
        return scopes.Count == 0 ? null : [.. scopes.SelectMany(scope => scope.CaseTypes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
