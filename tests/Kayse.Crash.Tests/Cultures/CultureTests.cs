using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kayse.Crash.Hosting;
using Kayse.Crash.Http;
using Kayse.Crash.Mail;

namespace Kayse.Crash.Cultures;

/// <summary>
/// Neither the culture of the machine nor the language of a request changes dates, numbers and texts: with another
/// calendar and other digits (Saudi Arabia), and with other capitals (Turkey, where i is not the small I).
/// </summary>
public sealed partial class CultureTests : IDisposable
{
    private const string Password = "a long enough passphrase";
    private readonly string _folder = Directory.CreateTempSubdirectory("kayse-culture-").FullName;

    [Theory]
    [InlineData("ar_SA.UTF-8", "ar-SA")]
    [InlineData("tr_TR.UTF-8", "tr-TR")]
    public async Task Dates_and_numbers_are_the_same_under_any_culture(string locale, string language)
    {
        var settings = new HostSettings(_folder)
        {
            Others = new Dictionary<string, string>(StringComparer.Ordinal) { ["LC_ALL"] = locale },
        };
        using var host = await HostProcess.StartAsync(settings);
        using var http = new HttpClient { BaseAddress = new Uri(host.Address, "/api/v1/") };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd($"{language}, *;q=0.5");
        var company = await PostAsync(
            http,
            "companies",
            new
            {
                companyName = "INFINITY",
                fullName = "Ina Irwin",
                email = "INA.IRWIN@FIRM.example",
                password = Password,
            }
        );
        using (var api = new ApiClient(host.Address))
            (
                await new PickupMailbox(settings.PickupDirectory).VerifyAsync(api, company["user"]!["id"]!.GetValue<string>())
            ).ShouldBeTrue();
        http.DefaultRequestHeaders.Authorization = new("Bearer", company["session"]!["token"]!.GetValue<string>());
        await PostAsync(http, "companies/current/scopes", new { name = "Wills", caseTypes = new[] { "WILL" } });
        var invitation = await PostAsync(
            http,
            "companies/current/invitations",
            new
            {
                fullName = "Ivy Ito",
                email = "ivy@firm.example",
                role = "user",
                permissions = new[] { "crm.access" },
            }
        );

        var session = await GetAsync(http, "session");
        TimesIn(session).ShouldNotBeEmpty();
        TimesIn(invitation).ShouldNotBeEmpty();
        foreach (var time in TimesIn(session).Concat(TimesIn(invitation)))
            time.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromDays(2));
        session["user"]!["email"]!.GetValue<string>().ShouldBe("ina.irwin@firm.example");
        (await GetAsync(http, "companies/current/members?search=irwin&limit=10"))["total"]!.GetValue<int>().ShouldBe(1);
        (await PostAsync(http, "authorize", new { permission = "crm.access", caseType = "will" }))["allowed"]!
            .GetValue<bool>()
            .ShouldBeTrue();
        await ShouldExportAsync(http);
        (await http.GetAsync("companies/current/members?limit=١٠")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        // The same in the clear text of a refusal: it is in English, with western digits.
        (await (await http.GetAsync("companies/current/members?limit=0")).Content.ReadAsStringAsync()).ShouldContain("from 1 to 200");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task ShouldExportAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "companies/current/audit-log");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using var response = await http.SendAsync(request);
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBeGreaterThan(2);
        foreach (var line in lines.Skip(1))
            Times().IsMatch(line).ShouldBeTrue(line);
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, object body)
    {
        using var response = await http.PostAsJsonAsync(path, body);
        return await ReadAsync(response);
    }

    private static async Task<JsonNode> GetAsync(HttpClient http, string path)
    {
        using var response = await http.GetAsync(path);
        return await ReadAsync(response);
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }

    private static IEnumerable<DateTimeOffset> TimesIn(JsonNode json) =>
        Times().Matches(json.ToJsonString()).Select(time => DateTimeOffset.Parse(time.Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\b20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z", RegexOptions.None, 1000)]
    private static partial Regex Times();
}
