using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.Logging;

namespace Kayse.WebHost.Tests.Scim;

/// <summary>Odd requests with a right token: each is answered, and none by a fault of the service's.</summary>
[Collection(ScimCollection.Name)]
public sealed class ScimOddRequestTests(SharedApp shared)
{
    private static readonly string[] _values =
    [
        "null",
        "[]",
        "{}",
        "\"\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "1e400",
        "[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]",
        "{\"value\":{\"value\":1}}",
        "[{\"value\":\"x\"},null,7]",
        "\"' OR 1=1 --\"",
    ];

    [Fact]
    public async Task None_is_answered_by_a_fault()
    {
        var company = await ScimCompany.FoundAsync(shared.App);
        var (ben, group) = (await company.AddAsync("ben"), await GroupAsync(company));
        var requests = Requests(ben, group).ToList();
        requests.Count.ShouldBeGreaterThan(200);
        foreach (var (method, path, body) in requests)
        {
            var answer = await company.SendAsync(method, path, body);
            ((int)answer.Status).ShouldBeInRange(200, 499, $"{method} {path} {body}: {answer.Text}");
            if ((int)answer.Status >= 400)
                answer.At("status").ShouldBe(((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        shared.App.Logs.Lines.Where(line => line.Level >= LogLevel.Error).ShouldBeEmpty();
    }

    private static IEnumerable<(string Method, string Path, string? Body)> Requests(string ben, string group)
    {
        string[] attributes =
        [
            "userName",
            "externalId",
            "name",
            "displayName",
            "title",
            "active",
            "emails",
            "phoneNumbers",
            "members",
            "groups",
            "id",
            "meta",
            "schemas",
        ];
        foreach (var value in _values)
        {
            foreach (var attribute in attributes)
            {
                yield return (
                    "PUT",
                    $"/Users/{ben}",
                    $$"""{"userName":"ben@x.example","{{attribute}}":{{value}}}""".Replace(
                        "\"userName\":\"ben@x.example\",\"userName\"",
                        "\"userName\"",
                        StringComparison.Ordinal
                    )
                );
                yield return (
                    "PATCH",
                    $"/Groups/{group}",
                    $$"""{"Operations":[{"op":"replace","path":"{{attribute}}","value":{{value}}}]}"""
                );
            }

            yield return ("POST", "/Users", value);
            yield return ("POST", "/Groups", $$"""{"displayName":{{value}},"members":{{value}}}""");
            yield return ("PATCH", $"/Users/{ben}", $$"""{"Operations":{{value}}}""");
            yield return ("PATCH", $"/Users/{ben}", $$"""{"Operations":[{"op":{{value}},"path":{{value}},"value":{{value}}}]}""");
        }

        foreach (
            var query in new[]
            {
                "filter=%00",
                "filter=%22",
                "startIndex=99999999999",
                "count=%2B1",
                "attributes=,,%00",
                "filter=a&filter=b",
                "excludedAttributes=a.b.c",
            }
        )
            yield return ("GET", $"/Users?{query}", null);
        foreach (var id in new[] { "%2e%2e", "%F0%9F%92%A5", new string('a', 3_000) })
            yield return ("GET", $"/Users/{id}", null);
    }

    private static async Task<string> GroupAsync(ScimCompany company) =>
        (await company.SendAsync("POST", "/Groups", new { displayName = "Odd" })).At("id");
}
