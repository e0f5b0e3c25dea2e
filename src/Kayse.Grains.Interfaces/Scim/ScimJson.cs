using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kayse.Grains.Scim;

/// <summary>How resources are JSON: the names of RFC 7643 in any case, booleans also as text, as Entra sends them.</summary>
public static class ScimJson
{
    /// <summary>For <see cref="ScimUser"/> and its parts, in both directions. Unknown attributes are skipped.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            MaxDepth = 16,
            Converters = { new ScimBooleanConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
