using Kayse.Grains.State;

namespace Kayse.Grains.Scim;

/// <summary>The groups of a directory.</summary>
internal sealed class ScimGroups(GrainRecords records)
{
    /// <summary>How many a directory may have.</summary>
    public const int Max = 1_000;

    // One with 200 agents and 200 scopes has some 20 KB.
    private const int SegmentCapacity = 20;

    private readonly SegmentedList<ScimGroupRecord> _groups = new(records, "groups", SegmentCapacity);

    public IEnumerable<ScimGroupRecord> All => _groups.Items;

    public int Count => _groups.Count;

    public Task LoadAsync() => _groups.LoadAsync();

    public ScimGroupRecord? Find(string id) => _groups.Find(id);

    public ScimGroupRecord? FindByName(string name) =>
        All.FirstOrDefault(group => group.DisplayName.Equals(name, StringComparison.OrdinalIgnoreCase));

    public ScimGroupRecord? FindByExternalId(string externalId) => All.FirstOrDefault(group => group.ExternalId == externalId);

    public Task PutAsync(ScimGroupRecord group) => _groups.PutAsync(group);

    public Task RemoveAsync(string id) => _groups.RemoveAsync(id);
}
