using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kayse.Grains.Scim;

/// <summary>How resources are JSON: the names of RFC 7643 in any case, booleans also as text, as Entra sends them.</summary>
public static class ScimJson
{
    private static readonly JsonDocumentOptions _syntax = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>For <see cref="ScimUser"/> and its parts, in both directions. Unknown attributes are skipped.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    /// <summary>
    /// Reads JSON that somebody sent. Throws <see cref="JsonException"/> when it can't be read, has a name twice in an
    /// object, is nested more than 16 deep, or has text that is none: half of a pair of surrogates.
    /// </summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8, _syntax);
        try
        {
            EnsureText(document.RootElement);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A text is half of a pair of surrogates.", exception);
        }

        return document.RootElement.Clone();
    }

    private static void EnsureText(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    _ = member.Name;
                    EnsureText(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    EnsureText(item);
                break;
            case JsonValueKind.String:
                _ = value.GetString();
                break;
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            MaxDepth = 16,
            AllowDuplicateProperties = false,
            Converters = { new ScimBooleanConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
