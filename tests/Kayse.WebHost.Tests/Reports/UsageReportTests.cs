using System.Globalization;
using System.Net;
using Kayse.WebHost.Tests.Testing;
using UglyToad.PdfPig;

namespace Kayse.WebHost.Tests.Reports;

/// <summary>Usage as a file (CO-9).</summary>
public sealed class UsageReportTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "companies/current/usage/report";
    private Person _owner = null!;
    private ApiClient _client = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _client = App.Client(_owner.Token);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task The_files_say_the_amounts_of_the_API_to_the_last_digit(int seed)
    {
        await RecordAsync(new Random(seed));
        var today = DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime);
        var days = string.Create(CultureInfo.InvariantCulture, $"from={today.AddDays(-40):yyyy-MM-dd}&to={today.AddDays(1):yyyy-MM-dd}");

        var usage = (await _client.GetAsync($"companies/current/usage?{days}")).ShouldBe(HttpStatusCode.OK).Json;
        var csv = (await _client.GetAsync($"{Url}?{days}&format=csv")).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var words = await WordsOfPdfAsync($"{Url}?{days}&format=pdf");

        var columns = csv[0].Split(',').ToList();
        var adjustments = usage["adjustments"]!.AsArray();
        csv.Length.ShouldBe(41 + adjustments.Count + 2);
        foreach (var (name, metric) in usage["metrics"]!.AsObject())
        {
            var column = columns.IndexOf(name);
            var amounts = metric!["days"]!.AsArray().Select(day => day!["value"]!.GetValue<decimal>()).ToList();
            csv[1..42].Select(row => Number(row, column)).ShouldBe(amounts, name);
            Number(csv[^1], column).ShouldBe(metric["total"]!.GetValue<decimal>(), name);
            foreach (var amount in amounts.Append(metric["total"]!.GetValue<decimal>()))
                words.ShouldContain(amount.ToString("#,0.######", CultureInfo.InvariantCulture), name);
        }
    }

    [Fact]
    public async Task The_file_is_CSV_or_PDF_and_named_by_its_days()
    {
        var csv = (await _client.GetAsync($"{Url}?from=2026-01-01&to=2026-02-01&format=csv")).ShouldBe(HttpStatusCode.OK);
        csv.Header("Content-Type").ShouldStartWith("text/csv");
        csv.Header("Content-Disposition").ShouldBe("attachment; filename=\"usage-2026-01-01-to-2026-01-31.csv\"");
        csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(33);

        var pdf = (await _client.GetAsync($"{Url}?from=2026-01-01&to=2026-02-01&format=pdf")).ShouldBe(HttpStatusCode.OK);
        pdf.Header("Content-Type").ShouldBe("application/pdf");
        pdf.Header("Content-Disposition").ShouldNotBeNull().ShouldContain("usage-2026-01-01-to-2026-01-31.pdf");
        pdf.Text.ShouldStartWith("%PDF-");
    }

    [Theory]
    [InlineData("", "format")]
    [InlineData("?format=xlsx", "format")]
    [InlineData("?format=csv&from=yesterday", "from")]
    [InlineData("?format=csv&from=2026-02-30", "from")]
    [InlineData("?format=csv&from=2026-01-02&to=2026-01-02", "to")]
    [InlineData("?format=pdf&from=2026-01-01&to=2027-02-06", "to")]
    public async Task What_is_wrong_with_the_days_is_said(string query, string field) =>
        (await _client.GetAsync(Url + query)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            .AsObject()
            .ShouldHaveSingleItem()
            .Key.ShouldBe(field);

    [Fact]
    public async Task Another_site_can_not_have_a_browser_fetch_it() =>
        (await _client.GetAsync($"{Url}?format=pdf", ("Sec-Fetch-Site", "cross-site"))).Status.ShouldBe(HttpStatusCode.Forbidden);

    private async Task RecordAsync(Random random)
    {
        var now = App.Clock.GetUtcNow();
        string[] metrics = ["voice_minutes", "sms_segments", "emails", "phone_numbers", "storage_bytes"];
        var events = Enumerable
            .Range(0, 200)
            .Select(i => new
            {
                id = $"event {i}",
                metric = metrics[random.Next(metrics.Length)],
                quantity = random.NextInt64(1_000_000_000_000) / 1_000_000m,
                at = now.AddMinutes(-random.Next(34 * 24 * 60)),
            })
            .ToList();
        var corrected = events.First(one => one.metric == "voice_minutes");
        object[] all =
        [
            .. events,
            new
            {
                id = "correction",
                corrected.metric,
                quantity = -corrected.quantity,
                corrected.at,
                corrects = corrected.id,
            },
        ];
        var recorded = await _client.PostAsync("companies/current/usage", new { events = all });
        recorded.ShouldBe(HttpStatusCode.OK).Json["accepted"]!.GetValue<int>().ShouldBe(201, recorded.Text);
    }

    private async Task<HashSet<string>> WordsOfPdfAsync(string path)
    {
        using var http = App.Http();
        http.DefaultRequestHeaders.Authorization = new("Bearer", _owner.Token);
        using var pdf = PdfDocument.Open(await http.GetByteArrayAsync(new Uri($"/api/v1/{path}", UriKind.Relative)));
        return [.. pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text)];
    }

    private static decimal Number(string row, int column) => decimal.Parse(row.Split(',')[column], CultureInfo.InvariantCulture);
}
