using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kayse.Grains.Privacy;

/// <summary>How data exports write JSON, and the schema of what they write.</summary>
internal static class ExportJson
{
    public static readonly JsonSerializerOptions Options = Frozen(
        new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            NumberHandling = JsonNumberHandling.Strict,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        }
    );

    private static readonly JsonSchemaExporterOptions _schema = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (_, node) =>
        {
            if (node is not JsonObject schema)
                return node;
            if (schema.ContainsKey("properties"))
                schema["additionalProperties"] = false;
            // A time of day has no zone here, as that format wants.
            if (schema["format"]?.GetValue<string>() == "time")
                schema.Remove("format");
            return node;
        },
    };

    /// <summary>The schema of an archive: for each file's name, what the file looks like.</summary>
    public static JsonObject SchemaOf(IEnumerable<(string File, string Description, Type Item)> files)
    {
        var properties = new JsonObject();
        foreach (var (file, description, item) in files)
            properties[file] = new JsonObject
            {
                ["description"] = description,
                ["type"] = "array",
                ["items"] = Options.GetJsonSchemaAsNode(item, _schema),
            };
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "The files of a Kayse data export",
            ["type"] = "object",
            ["properties"] = properties,
        };
    }

    private static JsonSerializerOptions Frozen(JsonSerializerOptions options)
    {
        options.MakeReadOnly();
        return options;
    }
}
