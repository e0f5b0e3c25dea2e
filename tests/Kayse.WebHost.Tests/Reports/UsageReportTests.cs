using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Reports;

/// <summary>Usage as a file (CO-9).</summary>
public sealed class UsageReportTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "companies/current/usage/report";
    private ApiClient _client = null!;

    public override async Task InitializeAsync() => _client = App.Client((await App.SignUpAsync()).Token);

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
}
