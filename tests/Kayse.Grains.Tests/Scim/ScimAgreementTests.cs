using System.Text.Json;
using System.Text.Json.Nodes;
using Kayse.Grains.Errors;
using Kayse.Grains.Scim;

namespace Kayse.Grains.Tests.Scim;

/// <summary>
/// Random filters and patches mean what the npm packages scim2-parse-filter, scim-patch and scimmy take them for.
/// </summary>
/// <remarks>
/// Where they differ from RFC 7643 and 7644 or from each other, the random ones avoid it: see <c>docs/security/scim-protocol.md</c>.
/// </remarks>
public sealed class ScimAgreementTests
{
    private readonly Random _random = new(20261128);

    [Fact]
    public async Task Filters()
    {
        var questions = Enumerable
            .Range(0, 3_000)
            .Select(_ => new JsonObject { ["resource"] = Resource(), ["filter"] = Filter(depth: 3) })
            .ToList();
        var answers = await ScimReference.AskAsync(questions);

        var differences = new List<string>();
        var hits = 0;
        foreach (var (question, answer) in questions.Zip(answers))
        {
            var filter = (string)question["filter"]!;
            var ours = ScimFilter.Parse(filter, ScimSchema.User).Matches(question["resource"]!.AsObject());
            hits += ours ? 1 : 0;
            if (IsForParseFilter(filter) && ours != answer[0]!.GetValue<bool>())
                differences.Add($"scim2-parse-filter: {question.ToJsonString()}");
            if (IsForScimmy(filter) && answer[1]!.GetValueKind() != JsonValueKind.String && ours != answer[1]!.GetValue<bool>())
                differences.Add($"scimmy: {question.ToJsonString()}");
        }

        differences.ShouldBeEmpty();
        hits.ShouldBeInRange(300, 2_700);
    }

    [Fact]
    public async Task Patches()
    {
        var questions = Enumerable
            .Range(0, 2_000)
            .Select(_ => new JsonObject { ["resource"] = Resource(), ["operations"] = new JsonArray([.. Operations()]) })
            .ToList();
        var answers = await ScimReference.AskAsync(questions);

        var differences = new List<string>();
        foreach (var (question, answer) in questions.Zip(answers))
        {
            var ours = Ours(question);
            foreach (var (package, theirs) in new[] { "scim-patch", "scimmy" }.Zip(answer))
            {
                if (package == "scimmy" && ReplacesName(question))
                    continue;
                if (theirs is JsonObject patched && !JsonNode.DeepEquals(ours, Normal(patched)))
                    differences.Add(
                        $"{package}: {question.ToJsonString()}: ours {ours?.ToJsonString()}, theirs {patched.ToJsonString()}"
                    );
            }
        }

        differences.ShouldBeEmpty();
    }

    // It takes what stands in brackets for two conditions on any of the values, rather than on one and the same.
    private static bool IsForParseFilter(string filter) => !filter.Contains("\" and value", StringComparison.Ordinal);

    // It refuses nested parentheses, and takes "or" in brackets for "and".
    private static bool IsForScimmy(string filter) =>
        !filter.Contains('(', StringComparison.Ordinal) && !filter.Contains("\" or value", StringComparison.Ordinal);

    // Theirs replaces all of a complex attribute, scim-patch and we what the value names of it.
    private static bool ReplacesName(JsonObject question) =>
        question["operations"]!
            .AsArray()
            .Any(operation =>
                (string?)operation!["path"] == "name" && "replace".Equals((string?)operation["op"], StringComparison.OrdinalIgnoreCase)
            );

    private static JsonObject? Ours(JsonObject question)
    {
        try
        {
            var user = question["resource"]!.Deserialize<ScimUser>(ScimJson.Options)!;
            var operations = question["operations"]!.AsArray().Select(operation => Of(operation!.AsObject()));
            return Normal(
                JsonSerializer
                    .SerializeToNode(ScimPatchRules.Apply(user, new ScimPatch([.. operations])).User, ScimJson.Options)!
                    .AsObject()
            );
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private static ScimOperation Of(JsonObject operation) =>
        new(
            Enum.Parse<ScimOp>((string)operation["op"]!, ignoreCase: true),
            (string?)operation["path"],
            operation["value"]?.ToJsonString()
        );

    // An attribute without values and one that isn't there are the same, and so are values without a value. What is there
    // already, scimmy adds once more.
    private static JsonObject Normal(JsonObject resource)
    {
        resource.Remove("meta");
        foreach (var (name, value) in resource.ToList())
        {
            if (value is JsonArray list)
            {
                foreach (
                    var element in list.Where(
                            (element, i) =>
                                element is not JsonObject
                                || element["value"] is null
                                || list.Take(i).Any(one => JsonNode.DeepEquals(one, element))
                        )
                        .ToList()
                )
                    list.Remove(element);
            }

            if (value is JsonArray { Count: 0 } or JsonObject { Count: 0 })
                resource.Remove(name);
        }

        return resource;
    }

    private JsonObject Resource()
    {
        var resource = new JsonObject { ["userName"] = Word(), ["active"] = _random.Next(2) == 0 };
        if (_random.Next(2) == 0)
            resource["displayName"] = Word();
        if (_random.Next(2) == 0)
            resource["title"] = Word();
        if (_random.Next(3) > 0)
            resource["name"] = new JsonObject { ["givenName"] = Word(), ["familyName"] = Word() };
        if (_random.Next(4) > 0)
            resource["emails"] = new JsonArray([.. Types().Select(Email)]);
        return resource;
    }

    private IEnumerable<string> Types() => new[] { "work", "home", "other" }.Where(_ => _random.Next(2) == 0).DefaultIfEmpty("work");

    private JsonObject Email(string type) => new() { ["value"] = Word(), ["type"] = type };

    private string Filter(int depth) =>
        _random.Next(depth > 0 ? 7 : 3) switch
        {
            0 => $"{Name()} {Pick("eq", "co", "sw", "ew", "gt", "ge", "lt", "le")} \"{Word()}\"",
            1 => $"{Name()} pr",
            2 => $"{Pick("userName ne \"" + Word() + "\"", "active eq true", "active ne false", "userName eq \"" + Word() + "\"")}",
            3 => $"({Filter(depth - 1)})",
            4 => $"not ({Filter(depth - 1)})",
            5 => $"{Filter(depth - 1)} {Pick("and", "or")} {Filter(depth - 1)}",
            _ => $"emails[type eq \"{Pick("work", "home", "other")}\" {Pick("and", "or")} value {Pick("eq", "co", "sw")} \"{Word()}\"]",
        };

    private string Name() =>
        Pick("userName", "displayName", "title", "name.givenName", "name.familyName", "emails.value", "emails.type", "USERNAME");

    private IEnumerable<JsonObject> Operations() => Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Operation());

    private JsonObject Operation()
    {
        var addOrReplace = Pick("add", "replace", "Add", "Replace");
        var type = Pick("work", "home", "other");
        return _random.Next(10) switch
        {
            0 => Op(addOrReplace, Pick("userName", "displayName", "title", "name.givenName", "name.familyName"), Word()),
            1 => Op(addOrReplace, "active", _random.Next(2) == 0),
            2 => Op(addOrReplace, "name", new JsonObject { [Pick("givenName", "familyName")] = Word() }),
            3 => Op(addOrReplace, path: null, new JsonObject { ["title"] = Word(), ["name.familyName"] = Word() }),
            4 => Op(Pick("remove", "Remove"), Pick("displayName", "title", "name", "name.givenName", "emails"), value: null),
            5 => Op("add", "emails", new JsonArray(Email(type))),
            6 => Op("replace", "emails", new JsonArray([.. Types().Select(Email)])),
            7 => Op(addOrReplace, $"emails[type eq \"{type}\"].value", Word()),
            8 => Op("remove", $"emails[type eq \"{type}\"]", value: null),
            _ => Op("remove", $"emails[type eq \"{type}\" and value sw \"{Word()[..1]}\"]", value: null),
        };
    }

    private static JsonObject Op(string op, string? path, JsonNode? value)
    {
        var operation = new JsonObject { ["op"] = op };
        if (path is not null)
            operation["path"] = path;
        if (value is not null)
            operation["value"] = value;
        return operation;
    }

    private string Word() => Pick("a", "b", "ab", "ba", "abc", "cab");

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
