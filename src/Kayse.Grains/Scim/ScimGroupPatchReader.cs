using System.Text.Json.Nodes;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>Adds up the changes of a patch to a group.</summary>
internal sealed class ScimGroupPatchReader
{
    private readonly HashSet<string> _added = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ignored = new(StringComparer.OrdinalIgnoreCase);
    private ScimGroupChange _change = new();

    /// <summary>What all of them come to.</summary>
    public ScimGroupChange Result =>
        _change with
        {
            Added = [.. _added],
            Removed = [.. _removed],
            Ignored = [.. _ignored.Take(ScimPatchRules.MaxIgnored)],
        };

    public void Read(ScimChange change)
    {
        switch (change.Path.Attribute)
        {
            case null:
                _ignored.Add(change.Path.Name);
                break;
            case { IsReadOnly: true } attribute:
                throw new RefusedException(ScimErrors.Mutability($"{attribute.Name} can't be changed."));
            case { Name: "members" } members:
                ReadMembers(change, members);
                break;
            case { Name: "externalId" } externalId:
                ReadExternalId(change, externalId);
                break;
            case var displayName:
                ReadDisplayName(change, displayName);
                break;
        }
    }

    private void ReadDisplayName(ScimChange change, ScimAttribute attribute)
    {
        if (change.Op == ScimOp.Remove)
            throw new RefusedException(ScimErrors.Mutability($"{attribute.Name} can't be removed."));
        var name = ScimValues.ReadSimple(attribute, change.Value).GetValue<string>();
        if (string.IsNullOrWhiteSpace(name))
            throw ScimValues.Invalid($"{attribute.Name} is required.");
        _change = _change with { DisplayName = ScimGroupRules.CheckText(attribute.Name, name) };
    }

    private void ReadExternalId(ScimChange change, ScimAttribute attribute)
    {
        var isCleared = change.Op == ScimOp.Remove || change.Value is null;
        var id = isCleared
            ? null
            : ScimGroupRules.CheckText(attribute.Name, ScimValues.ReadSimple(attribute, change.Value).GetValue<string>());
        _change = _change with { ExternalId = id is "" ? null : id, ClearsExternalId = id is null or "" };
    }

    private void ReadMembers(ScimChange change, ScimAttribute attribute)
    {
        if (change.Path.Filter is { } filter)
            RemoveMatches(change, filter);
        else if (change.Path.Sub is not null)
            throw new RefusedException(ScimErrors.InvalidPath("Name members as a whole, or members[value eq \"…\"]."));
        else if (change.Op == ScimOp.Replace || (change.Op == ScimOp.Remove && !change.HasValue))
            ReplaceAll(change.HasValue ? IdsOf(attribute, change.Value) : []);
        else if (change.Op == ScimOp.Add)
            Add(IdsOf(attribute, change.Value));
        else
            Remove(IdsOf(attribute, change.Value));
    }

    private void RemoveMatches(ScimChange change, ScimFilter filter)
    {
        if (change.Op != ScimOp.Remove || change.Path.Sub is not null)
            throw new RefusedException(ScimErrors.Mutability("Members can be added and removed, but not changed."));
        Remove(
            filter.AlternativesOf(ScimTarget.DefaultSub)
                ?? throw new RefusedException(
                    ScimErrors.InvalidPath("Members can be selected by their value only, as in members[value eq \"…\"].")
                )
        );
    }

    private void ReplaceAll(IEnumerable<string> ids)
    {
        _added.Clear();
        _removed.Clear();
        _change = _change with { ReplacesMembers = true };
        _added.UnionWith(ids);
        ScimGroupRules.EnsureFew(_added.Count);
    }

    private void Add(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            _added.Add(id);
            _removed.Remove(id);
        }

        ScimGroupRules.EnsureFew(_added.Count);
    }

    private void Remove(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            _added.Remove(id);
            if (!_change.ReplacesMembers)
                _removed.Add(id);
        }

        ScimGroupRules.EnsureFew(_removed.Count);
    }

    private static List<string> IdsOf(ScimAttribute attribute, JsonNode? value)
    {
        if (value is null)
            throw ScimValues.Invalid($"{attribute.Name} must be a list.");
        var ids = ScimValues.ReadMany(attribute, value).Select(member => member[ScimTarget.DefaultSub]?.GetValue<string>()).ToList();
        return ids.TrueForAll(id => !string.IsNullOrEmpty(id))
            ? [.. ids.OfType<string>()]
            : throw ScimValues.Invalid("Each member needs a value: the id of a user.");
    }
}
