using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>Values of attributes as they are sent, and as they are kept.</summary>
internal static class ScimValues
{
    /// <summary>The JSON of an operation's value; null when it says null.</summary>
    public static JsonNode? Parse(string json)
    {
        try
        {
            return JsonSerializer.SerializeToNode(ScimJson.Parse(Encoding.UTF8.GetBytes(json)));
        }
        catch (JsonException)
        {
            throw Invalid("The value of an operation is not valid JSON.");
        }
    }

    /// <summary>The values of an attribute with many: a list, or one alone.</summary>
    public static IReadOnlyList<JsonObject> ReadMany(ScimAttribute attribute, JsonNode? value) =>
        value is JsonArray array ? [.. array.Select(item => ReadComplex(attribute, item))] : [ReadComplex(attribute, value)];

    /// <summary>A value of a complex attribute, with those of its attributes that are kept. Text alone is its value.</summary>
    public static JsonObject ReadComplex(ScimAttribute attribute, JsonNode? value)
    {
        if (value is JsonValue && attribute.Find(ScimTarget.DefaultSub) is { } main)
            return new JsonObject { [main.Name] = ReadSimple(main, value) };
        if (value is not JsonObject given)
            throw Invalid($"{attribute.Name} must be an object.");
        var kept = new JsonObject();
        foreach (var (name, part) in given)
        {
            if (part is not null && attribute.Find(name) is { } sub)
                kept[sub.Name] = ReadSimple(sub, part);
        }

        return kept;
    }

    /// <summary>A value of an attribute that isn't complex.</summary>
    public static JsonValue ReadSimple(ScimAttribute attribute, JsonNode? value)
    {
        value = Unwrap(value);
        var kind = value?.GetValueKind();
        if (attribute.Type == ScimType.Boolean)
        {
            if (kind is JsonValueKind.True or JsonValueKind.False)
                return JsonValue.Create(kind == JsonValueKind.True);
            return kind == JsonValueKind.String && bool.TryParse(value!.GetValue<string>(), out var flag)
                ? JsonValue.Create(flag)
                : throw Invalid($"{attribute.Name} must be true or false.");
        }

        return kind == JsonValueKind.String
            ? JsonValue.Create(value!.GetValue<string>())
            : throw Invalid($"{attribute.Name} must be text.");
    }

    // Entra's older requests have single values as [{"$ref": null, "value": "…"}].
    private static JsonNode? Unwrap(JsonNode? value) =>
        value is JsonArray and [JsonObject single] && single.Count <= 2 && single.ContainsKey(ScimTarget.DefaultSub)
            ? single[ScimTarget.DefaultSub]
            : value;

    /// <summary>A value that is not one that the attribute may have.</summary>
    public static RefusedException Invalid(string message) => new(ScimErrors.InvalidValue(message));
}
