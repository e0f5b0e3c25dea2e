using System.Text.Json;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>Reads what providers send: JSON objects in which no name stands twice.</summary>
internal static class OidcJson
{
    private const int MostTexts = 1_000;
    private static readonly JsonDocumentOptions _strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>The object; null when it is none.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, _strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A text that isn't empty; null when there is none, or something else.</summary>
    public static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>The texts of a list, or one that stands by itself.</summary>
    public static IReadOnlyList<string> Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => [value.GetString()!],
                JsonValueKind.Array =>
                [
                    .. value
                        .EnumerateArray()
                        .Where(item => item.ValueKind == JsonValueKind.String)
                        .Select(item => item.GetString()!)
                        .Take(MostTexts),
                ],
                _ => [],
            }
            : [];

    /// <summary>A time in seconds; null when there is none, or something else.</summary>
    public static DateTimeOffset? Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var seconds)
        && seconds is >= 0 and < 253_402_300_800
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    /// <summary>Says whether something is so; some providers write that as a text. Null when it isn't there.</summary>
    public static bool? Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.String => value.ValueEquals("true") || value.ValueEquals("1"),
                JsonValueKind.Number => value.TryGetInt32(out var number) && number == 1,
                JsonValueKind.Null => null,
                _ => false,
            }
            : null;

    /// <summary>What others wrote, short enough and in one line to be shown.</summary>
    public static string Shorten(string text)
    {
        var line = new string([.. text.Select(character => char.IsControl(character) ? ' ' : character)]);
        return line.Length <= 200 ? line : $"{line[..200]}…";
    }
}
