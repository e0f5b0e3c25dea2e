using Kayse.Grains.Members;
using Kayse.Grains.State;
using Orleans.Storage;

namespace Kayse.Grains.Scopes;

/// <summary>The scopes of a company.</summary>
internal sealed class ScopeList(IGrainStorage storage, GrainId company, Action onFailedWrite)
{
    // 200 case types of 64 characters of any script are some 77 KB as JSON, and a change tells both what was and what
    // is.
    private const int SegmentCapacity = 2;
    private const int RememberedUnions = 256;
    private readonly SegmentedList<ScopeRecord> _scopes = new(storage, company, "scopes", SegmentCapacity, onFailedWrite);
    private readonly Dictionary<string, IReadOnlyList<string>> _unions = new(StringComparer.Ordinal);

    /// <summary>Those that stay.</summary>
    public IReadOnlyCollection<ScopeRecord> All => [.. _scopes.Items.Where(scope => !scope.Deleted)];

    /// <summary>Those with pending steps.</summary>
    public IReadOnlyList<ScopeRecord> Unfinished => [.. _scopes.Items.Where(scope => scope.Pending.Count > 0)];

    public Task LoadAsync() => _scopes.LoadAsync();

    /// <summary>The scope, if it is there and stays.</summary>
    public ScopeRecord? Find(string id) => _scopes.Find(id) is { Deleted: false } scope ? scope : null;

    /// <summary>The scope, also while it is being deleted.</summary>
    public ScopeRecord? FindStored(string id) => _scopes.Find(id);

    /// <summary>Adds or replaces; on disk when the task completes.</summary>
    public Task PutAsync(ScopeRecord scope)
    {
        _unions.Clear();
        return _scopes.PutAsync(scope);
    }

    public Task RemoveAsync(string id)
    {
        _unions.Clear();
        return _scopes.RemoveAsync(id);
    }

    /// <summary>The case types that somebody may see; null means all.</summary>
    public IReadOnlyList<string>? CaseTypesOf(AccessGrant access)
    {
        if (access.CaseAccess == AccessMode.All)
            return null;
        var key = string.Join(' ', access.ScopeIds);
        if (_unions.TryGetValue(key, out var known))
            return known;
        if (_unions.Count >= RememberedUnions)
            _unions.Clear();
        return _unions[key] = Union(access.ScopeIds.Select(Find).OfType<ScopeRecord>());
    }

    /// <summary>What scopes allow together.</summary>
    public static IReadOnlyList<string> Union(IEnumerable<ScopeRecord> scopes) =>
        [.. scopes.SelectMany(scope => scope.CaseTypes).Distinct(CaseTypes.Comparer).Order(CaseTypes.Comparer)];
}
