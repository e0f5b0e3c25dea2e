using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kayse.Grains.Tokens;

namespace Kayse.WebHost.Scim;

/// <summary>
/// Requests as the activity list keeps them: enough to see what an identity provider does, without what it says of
/// people. Of an email address the domain is left.
/// </summary>
internal static partial class ScimRedaction
{
    private const string Hidden = "…";
    private const int MaxPath = 500;
    private const int MaxItems = 20;

    // Their values say nothing of a person. "value" is among them where it is an id.
    private static readonly HashSet<string> _shown = new(StringComparer.OrdinalIgnoreCase)
    {
        "schemas",
        "op",
        "path",
        "type",
        "id",
        "resourceType",
    };

    /// <summary>The path below the base, with its query.</summary>
    public static string Path(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        var below = path.StartsWith(ScimEndpoints.Base, StringComparison.OrdinalIgnoreCase) ? path[ScimEndpoints.Base.Length..] : path;
        var query = string.Join('&', request.Query.Select(entry => $"{entry.Key}={Expression(entry.Value.ToString())}"));
        return Cut(query.Length > 0 ? $"{Expression(below)}?{query}" : Expression(below), MaxPath);
    }

    /// <summary>A body, up to a length.</summary>
    public static string Body(JsonElement body, int maxLength)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (
            var writer = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
            Write(writer, body, name: "");
        return Cut(Encoding.UTF8.GetString(buffer.WrittenSpan), maxLength);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, string name)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(Expression(member.Name));
                    Write(writer, member.Value, member.Name);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray().Take(MaxItems))
                    Write(writer, item, name);
                if (value.GetArrayLength() > MaxItems)
                    writer.WriteStringValue(Hidden);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Text(name, value.GetString()!));
                break;
            case JsonValueKind.Number:
                writer.WriteStringValue(Hidden);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static string Text(string name, string text) =>
        _shown.Contains(name) ? Expression(text)
        : bool.TryParse(text, out _) ? text
        : EntityId.IsWellFormed(text) ? text
        : text.Length == 0 ? ""
        : Value(text);

    // In filters and paths, what stands in quotation marks may be about a person, unless it is a type such as "work".
    private static string Expression(string text) =>
        Telling().Replace(Cut(text, MaxPath), match => match.Groups["word"].Success ? Hidden : Quoted(match));

    private static string Quoted(Match match)
    {
        var value = match.Groups["value"].Value;
        return match.Groups["type"].Success || EntityId.IsWellFormed(value) ? match.Value : $"\"{Value(value)}\"";
    }

    private static string Value(string text)
    {
        var domain = text[(text.LastIndexOf('@') + 1)..];
        return domain.Length < text.Length && domain.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-')
            ? $"{Hidden}@{domain}"
            : Hidden;
    }

    private static string Cut(string text, int maxLength) => text.Length <= maxLength ? text : text[..(maxLength - 1)] + Hidden;

    [GeneratedRegex(
        """(?<type>\btype +eq +)?"(?<value>(?:[^"\\]|\\.)*)(?:"|$)|(?<word>[^\s"@/]+)(?=@)""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Telling();
}
