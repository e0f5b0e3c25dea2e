using System.Text.Json.Nodes;
using Kayse.Grains.Scim;

namespace Kayse.WebHost.Scim;

/// <summary>
/// Which attributes of resources a request wants (RFC 7644, 3.9), by its parameters <c>attributes</c> and
/// <c>excludedAttributes</c>. <c>id</c> and <c>schemas</c> are always there.
/// </summary>
internal sealed class ScimProjection
{
    private const int MaxLength = 2_048;
    private static readonly string[] _always = ["schemas", "id"];
    private readonly IReadOnlyList<string> _wanted;
    private readonly IReadOnlyList<string> _excluded;

    private ScimProjection(IReadOnlyList<string> wanted, IReadOnlyList<string> excluded) => (_wanted, _excluded) = (wanted, excluded);

    /// <summary>Whether the request names the attributes that it wants.</summary>
    public bool IsExplicit => _wanted.Count > 0;

    public static ScimProjection Of(IQueryCollection query) => new(NamesIn(query["attributes"]), NamesIn(query["excludedAttributes"]));

    /// <summary>Whether any of an attribute is wanted.</summary>
    public bool Includes(string attribute) =>
        !Has(_excluded, attribute)
        && (
            _wanted.Count == 0
            || _wanted.Any(name => Is(name, attribute) || name.StartsWith($"{attribute}.", StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>Takes away what isn't wanted.</summary>
    public JsonObject Apply(JsonObject resource)
    {
        foreach (var (name, value) in resource.ToList())
        {
            if (_always.Contains(name, StringComparer.Ordinal))
                continue;
            if (Includes(name))
                Narrow(name, value);
            else
                resource.Remove(name);
        }

        return resource;
    }

    private void Narrow(string name, JsonNode? value)
    {
        var isWhole = _wanted.Count == 0 || Has(_wanted, name);
        foreach (
            var element in value is JsonArray list ? list.OfType<JsonObject>()
            : value is JsonObject single ? [single]
            : []
        )
        {
            foreach (var sub in element.Select(entry => entry.Key).ToList())
            {
                if ((!isWhole && !Has(_wanted, $"{name}.{sub}")) || Has(_excluded, $"{name}.{sub}"))
                    element.Remove(sub);
            }
        }
    }

    private static bool Has(IReadOnlyList<string> names, string attribute) => names.Any(name => Is(name, attribute));

    private static bool Is(string name, string attribute) => name.Equals(attribute, StringComparison.OrdinalIgnoreCase);

    private static List<string> NamesIn(IEnumerable<string?> values) =>
        [
            .. string.Join(',', values) is { Length: <= MaxLength } names
                ? names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(WithoutSchema)
                : [],
        ];

    private static string WithoutSchema(string name)
    {
        foreach (var schema in new[] { ScimSchema.User, ScimSchema.Group })
        {
            if (name.StartsWith($"{schema.Id}:", StringComparison.OrdinalIgnoreCase))
                return name[(schema.Id.Length + 1)..];
        }

        return name;
    }
}
