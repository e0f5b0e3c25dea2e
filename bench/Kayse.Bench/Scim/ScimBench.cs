using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kayse.Bench.Hosting;
using Kayse.Bench.Reports;

namespace Kayse.Bench.Scim;

/// <summary>What an identity provider does on its first day: it looks for everybody, adds them, and puts them into groups.</summary>
internal static class ScimBench
{
    private const int Usual = 10_000;
    private const int Groups = 200;
    private const int GroupsOfPerson = 5;

    // As many as an identity provider has under way at once.
    private const int Clients = 16;

    private static readonly string[] _userSchemas = ["urn:ietf:params:scim:schemas:core:2.0:User"];
    private static readonly string[] _groupSchemas = ["urn:ietf:params:scim:schemas:core:2.0:Group"];

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        using var client = new HttpClient { BaseAddress = new Uri(arguments.Url, "/scim/v2/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            await File.ReadAllTextAsync(arguments.Tokens)
        );
        var count = arguments.Count == 0 ? Usual : arguments.Count;
        var ids = new string[count];
        var start = Stopwatch.GetTimestamp();
        await ForEachAsync(count, async number => ids[number] = await AddPersonAsync(client, number));
        var people = Stopwatch.GetElapsedTime(start);
        await ForEachAsync(Groups, number => AddGroupAsync(client, number, ids));
        var all = Stopwatch.GetElapsedTime(start);
        Row.Write(
            $"{Row.Count(count)} people and {Groups} groups provisioned by SCIM",
            Seconds(all),
            "60 s",
            $"over HTTP, {Clients} requests at once; each person looked for, then added, in {Seconds(people)}; then groups with "
                + $"{Row.Count(count * GroupsOfPerson / Groups)} members each; durable"
        );
        await ReportPageAsync(client, count);
        return 0;
    }

    private static async Task<string> AddPersonAsync(HttpClient client, int number)
    {
        var email = string.Create(CultureInfo.InvariantCulture, $"person-{number}@{ScimCompany.Domain}");
        var found = await client.GetFromJsonAsync<JsonObject>($"Users?filter={Uri.EscapeDataString($"userName eq \"{email}\"")}");
        if (found!["totalResults"]!.GetValue<int>() != 0)
            throw new InvalidOperationException($"{email} is there already.");
        var person = new
        {
            schemas = _userSchemas,
            userName = email,
            externalId = string.Create(CultureInfo.InvariantCulture, $"external-{number}"),
            name = new { givenName = "Person", familyName = string.Create(CultureInfo.InvariantCulture, $"No{number}") },
            emails = new[]
            {
                new
                {
                    value = email,
                    type = "work",
                    primary = true,
                },
            },
            title = "Paralegal",
            active = true,
        };
        if (number % 1000 == 999)
            Row.Progress($"{Row.Count(number + 1)} people");
        return await PostAsync(client, "Users", person);
    }

    private static Task<string> AddGroupAsync(HttpClient client, int number, string[] ids)
    {
        // Everybody is in five groups.
        var members = ids.Where(
            (_, person) => Enumerable.Range(0, GroupsOfPerson).Any(step => (person + (step * 37)) % Groups == number)
        );
        return PostAsync(
            client,
            "Groups",
            new
            {
                schemas = _groupSchemas,
                displayName = string.Create(CultureInfo.InvariantCulture, $"Group {number}"),
                members = members.Select(id => new { value = id }),
            }
        );
    }

    private static async Task ReportPageAsync(HttpClient client, int count)
    {
        const int pages = 20;
        var start = Stopwatch.GetTimestamp();
        for (var page = 0; page < pages; page++)
            await client.GetFromJsonAsync<JsonObject>(
                string.Create(CultureInfo.InvariantCulture, $"Users?startIndex={1 + (page * 100)}&count=100")
            );
        Row.Write(
            $"A page of 100 of {Row.Count(count)} people by SCIM",
            string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalMilliseconds / pages:0.0} ms"),
            "",
            "one after the other"
        );
    }

    private static async Task<string> PostAsync(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text)!["id"]!.GetValue<string>()
            : throw new InvalidOperationException($"{(int)response.StatusCode}: {text}");
    }

    private static Task ForEachAsync(int count, Func<int, Task> act) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = Clients },
            async (number, _) => await act(number)
        );

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
