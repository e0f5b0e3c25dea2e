using System.Text.Json.Nodes;

namespace Kayse.Grains.Scim;

/// <summary>The attribute that a filter compares.</summary>
/// <param name="Attribute">The attribute; null when there is no such attribute, so that it has no value.</param>
/// <param name="Sub">The attribute of its values; null when the values themselves are meant.</param>
internal sealed record ScimTarget(ScimAttribute? Attribute, ScimAttribute? Sub)
{
    /// <summary>What is compared of complex values when a filter names no attribute of theirs.</summary>
    public const string DefaultSub = "value";

    /// <summary>None that there is.</summary>
    public static readonly ScimTarget None = new(Attribute: null, Sub: null);

    /// <summary>The attribute whose values are compared, or null.</summary>
    public ScimAttribute? Compared => Sub ?? Attribute;

    /// <summary>Whether it is the attribute with that name: <c>userName</c>, or <c>emails.value</c>.</summary>
    public bool Is(string name) => Attribute is not null && name == (Sub is null ? Attribute.Name : $"{Attribute.Name}.{Sub.Name}");

    /// <summary>All values that a resource has for it.</summary>
    public IEnumerable<JsonValue> ValuesIn(JsonObject resource)
    {
        if (Attribute is null)
            return [];
        var found = resource[Attribute.Name];
        if (Sub is null)
            return found switch
            {
                JsonValue value => [value],
                JsonObject complex => complex.Select(entry => entry.Value).OfType<JsonValue>(),
                _ => [],
            };
        return ElementsOf(found).SelectMany(ValuesOf);
    }

    /// <summary>The complex values that a resource has for it.</summary>
    public IEnumerable<JsonObject> ElementsIn(JsonObject resource) => Attribute is null ? [] : ElementsOf(resource[Attribute.Name]);

    /// <summary>What is compared of one complex value.</summary>
    public IEnumerable<JsonValue> ValuesOf(JsonObject element) => Sub is not null && element[Sub.Name] is JsonValue value ? [value] : [];

    private static IEnumerable<JsonObject> ElementsOf(JsonNode? node) =>
        node switch
        {
            JsonArray array => array.OfType<JsonObject>(),
            JsonObject single => [single],
            _ => [],
        };
}
