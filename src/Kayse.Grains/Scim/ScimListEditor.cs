using System.Text.Json.Nodes;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>Makes changes to an attribute that has any number of values.</summary>
internal sealed class ScimListEditor
{
    // More than anybody is given, and few enough that comparing each with each costs nothing.
    private const int MaxValues = 100;
    private const string Primary = "primary";
    private readonly ScimAttribute _attribute;
    private readonly JsonArray _values;
    private readonly HashSet<JsonNode> _formerPrimaries;

    public ScimListEditor(JsonObject resource, ScimAttribute attribute)
    {
        _attribute = attribute;
        if (resource[attribute.Name] is not JsonArray values)
            resource[attribute.Name] = values = [];
        _values = values;
        _formerPrimaries = [.. Primaries];
    }

    private IEnumerable<JsonObject> Elements => _values.OfType<JsonObject>();

    private IEnumerable<JsonObject> Primaries =>
        Elements.Where(element => element[Primary] is JsonValue primary && primary.TryGetValue<bool>(out var flag) && flag);

    public void Make(ScimChange change)
    {
        if (change.Path.Filter is { } filter)
            MakeFiltered(change, filter);
        else if (change.Path.Sub is { } sub)
            MakeOfOnly(change, sub);
        else if (change.Op == ScimOp.Remove)
            Remove(change);
        else
            AddOrReplace(change);
        if (_values.Count > MaxValues)
            throw TooMany();
        DropWithoutValue();
        KeepOnePrimary();
    }

    private void AddOrReplace(ScimChange change)
    {
        var given = change.Value is null ? [] : ReadMany(change.Value);
        if (change.Op == ScimOp.Replace)
            _values.Clear();
        foreach (var value in given.Where(value => !Elements.Any(element => JsonNode.DeepEquals(element, value))))
            _values.Add((JsonNode)value);
    }

    // A list of values removes these and no others: taking it for "all" would end the access of people who are to stay.
    private void Remove(ScimChange change)
    {
        if (!change.HasValue)
        {
            _values.Clear();
            return;
        }

        var given = ReadMany(change.Value).Select(TextOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (given.Contains(null))
            throw ScimValues.Invalid($"Each of the values to remove from {_attribute.Name} needs a value.");
        RemoveAll(element => given.Contains(TextOf(element)));
    }

    private void MakeFiltered(ScimChange change, ScimFilter filter)
    {
        var matches = Elements.Where(filter.Matches).ToList();
        if (matches.Count == 0 && change.Op != ScimOp.Remove)
            matches.Add(Create(filter));
        if (change.Path.Sub is { } sub)
            matches.ForEach(match => ScimEditor.SetOrRemove(match, sub, change));
        else if (change.Op == ScimOp.Remove)
            RemoveAll(matches.Contains);
        else
            matches.ForEach(match => ScimEditor.Merge(match, ScimValues.ReadComplex(_attribute, change.Value)));
    }

    // Entra sets emails[type eq "work"].value whether or not there is one. What the filter says, the new value has.
    private JsonObject Create(ScimFilter filter)
    {
        if (filter.Equalities.Count == 0)
            throw new RefusedException(ScimErrors.NoTarget($"No value of {_attribute.Name} matches the path."));
        var created = new JsonObject();
        foreach (var (sub, text) in filter.Equalities)
            created[sub.Name] = ScimValues.ReadSimple(sub, JsonValue.Create(text));
        _values.Add((JsonNode)created);
        return created;
    }

    private void MakeOfOnly(ScimChange change, ScimAttribute sub)
    {
        if (_values.Count == 0 && change.Op != ScimOp.Remove)
            _values.Add((JsonNode)new JsonObject());
        if (_values.Count > 1)
            throw new RefusedException(
                ScimErrors.InvalidPath(
                    $"Several {_attribute.Name} are there. Say which, as in {_attribute.Name}[type eq \"work\"].{sub.Name}."
                )
            );
        foreach (var element in Elements)
            ScimEditor.SetOrRemove(element, sub, change);
    }

    private IReadOnlyList<JsonObject> ReadMany(JsonNode? value) =>
        value is JsonArray { Count: > MaxValues } ? throw TooMany() : ScimValues.ReadMany(_attribute, value);

    private RefusedException TooMany() => ScimValues.Invalid($"{_attribute.Name} has too many values.");

    private void DropWithoutValue() => RemoveAll(element => string.IsNullOrEmpty(TextOf(element)));

    // The one that has become primary last is it.
    private void KeepOnePrimary()
    {
        var primaries = Primaries.ToList();
        if (primaries.Count < 2)
            return;
        var kept = primaries.FindLast(element => !_formerPrimaries.Contains(element)) ?? primaries[^1];
        foreach (var other in primaries.Where(other => other != kept))
            other[Primary] = false;
    }

    private void RemoveAll(Predicate<JsonObject> isRemoved)
    {
        foreach (var element in Elements.Where(element => isRemoved(element)).ToList())
            _values.Remove(element);
    }

    private static string? TextOf(JsonObject element) => element[ScimTarget.DefaultSub]?.GetValue<string>();
}
