using System.Text.Json.Nodes;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Scim;

/// <summary>
/// What identity providers send in the life of a person and a group, request by request, and what they need to get. Written
/// from their documentation.
/// </summary>
[Collection(ScimCollection.Name)]
public sealed class ScimFixtureTests(SharedApp shared)
{
    private static readonly string _folder = Path.Combine(Repository.Root, "tests/Kayse.WebHost.Tests/Scim/Fixtures");

    public static TheoryData<string> Fixtures =>
        [
            .. System
                .IO.Directory.GetFiles(_folder, "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task An_identity_provider_is_answered_as_it_expects(string fixture)
    {
        var company = await ScimCompany.FoundAsync(shared.App);
        var known = new Dictionary<string, string>(StringComparer.Ordinal) { ["domain"] = company.Domain };
        foreach (var step in JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, $"{fixture}.json")))!["steps"]!.AsArray())
        {
            var name = (string)step!["name"]!;
            var body = step["body"] is { } sent ? With(known, sent.ToJsonString()) : null;
            var answer = await company.SendAsync((string)step["method"]!, With(known, (string)step["path"]!), body);

            ((int)answer.Status).ShouldBe((int)step["status"]!, $"{fixture}, {name}: {answer.Text}");
            if (step["expect"] is { } expected)
                ShouldHave(answer.Json, JsonNode.Parse(With(known, expected.ToJsonString()))!, $"{fixture}, {name}: {answer.Text}");
            if (step["save"] is JsonValue variable)
                known[(string)variable!] = answer.At("id");
        }
    }

    private static string With(Dictionary<string, string> known, string text) =>
        known.Aggregate(text, (filled, entry) => filled.Replace($"{{{{{entry.Key}}}}}", entry.Value, StringComparison.Ordinal));

    // What is expected has to be there; more may be.
    private static void ShouldHave(JsonNode? actual, JsonNode? expected, string what)
    {
        switch (expected)
        {
            case JsonObject wanted:
                foreach (var (name, value) in wanted)
                    ShouldHave(actual.ShouldBeOfType<JsonObject>(what)[name], value, what);
                break;
            case JsonArray wanted:
                actual.ShouldBeOfType<JsonArray>(what).Count.ShouldBe(wanted.Count, what);
                for (var i = 0; i < wanted.Count; i++)
                    ShouldHave(actual[i], wanted[i], what);
                break;
            default:
                JsonNode.DeepEquals(actual, expected).ShouldBeTrue($"{expected?.ToJsonString() ?? "nothing"} expected. {what}");
                break;
        }
    }
}
