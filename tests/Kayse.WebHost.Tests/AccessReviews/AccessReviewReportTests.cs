using System.Text;
using CsvHelper;
using Kayse.Grains.AccessReviews;
using Kayse.Grains.Documents;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.WebHost.AccessReviews;
using Microsoft.AspNetCore.Http;
using UglyToad.PdfPig;

namespace Kayse.WebHost.Tests.AccessReviews;

/// <summary>The PDF and the CSV report of a review say the same of everybody in it.</summary>
public sealed class AccessReviewReportTests
{
    private static readonly DateTimeOffset _at = new(2026, 11, 28, 9, 30, 0, TimeSpan.Zero);
    private static readonly Reviewer _ada = new("ada", "Ada Vale");

    private static readonly IReadOnlyList<AccessReviewItem> _items =
    [
        Member("Ben Ito", Role.Admin) with
        {
            LastActiveAt = _at.AddDays(-40),
            Decision = new(AccessDecision.Keep, _at, "ada", "Leads intake, and \"more\"", null) { ByName = "Ada Vale" },
        },
        Member("Cleo Park", Role.Admin) with
        {
            Decision = new(AccessDecision.Reduce, _at, "ada", null, Access(Role.User, "crm.access")) { ByName = "Ada Vale" },
        },
        Member("=Dan Wu", Role.User) with
        {
            Decision = new(AccessDecision.Remove, _at, "ada", "-1", null) { ByName = "Ada Vale" },
        },
        Member("Eve Lee", Role.User) with
        {
            HasLeft = true,
        },
        Member("Finn Roe", Role.SuperAdmin) with
        {
            Status = MemberStatus.Deactivated,
        },
    ];

    private static readonly AccessReviewView _review = new(
        "id",
        "Q4 2026",
        AccessReviewStatus.Closed,
        _at.AddDays(-3),
        _ada,
        _at,
        _ada,
        new AccessReviewCounts(1, 1, 1, 1, 1)
    );

    [Fact]
    public void The_PDF_has_a_title_a_language_and_everybody()
    {
        using var pdf = PdfDocument.Open(Write());
        var text = string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));

        pdf.Information.Title.ShouldBe("Access review Q4 2026");
        text.ShouldContain("Vale Law");
        text.ShouldContain("5 members: 1 kept, 1 reduced, 1 removed, 1 left before a decision, 1 not reviewed.");
        text.ShouldContain("Closed by Ada Vale on 28 Nov 2026, 09:30 UTC.");
        foreach (var item in _items)
            text.ShouldContain(item.FullName);
        text.ShouldContain("19 Oct 2026");
        text.ShouldContain("Deactivated");
        text.ShouldContain("“Leads intake, and \"more\"”");
        text.ShouldContain("Page 1 of 1");
    }

    [Fact]
    public void The_same_review_is_the_same_PDF() => Write().ShouldBe(Write());

    [Fact]
    public async Task The_CSV_says_what_the_PDF_says()
    {
        var rows = Read(await CsvAsync());

        rows.Count.ShouldBe(_items.Count + 1);
        rows.ShouldAllBe(row => row.Count == rows[0].Count);
        Column("name").ShouldBe(["Ben Ito", "Cleo Park", "'=Dan Wu", "Eve Lee", "Finn Roe"]);
        Column("result").ShouldBe(["kept", "reduced", "removed", "left", "undecided"]);
        Column("role").ShouldBe(["admin", "admin", "user", "user", "super_admin"]);
        Column("role after").ShouldBe(["", "user", "", "", ""]);
        Column("permissions after").ShouldBe(["", "crm.access", "", "", ""]);
        Column("note").ShouldBe(["Leads intake, and \"more\"", "", "'-1", "", ""]);
        Column("decided by").ShouldBe(["Ada Vale", "Ada Vale", "Ada Vale", "", ""]);

        IEnumerable<string> Column(string name) => rows.Skip(1).Select(row => row[rows[0].IndexOf(name)]);
    }

    private static byte[] Write() => PdfFile.Write(AccessReviewDocument.Of("Vale Law", _review, _items));

    // In two pages, as they are read.
    private static async Task<string> CsvAsync()
    {
        var pages = new[] { new Page<AccessReviewItem>([.. _items.Take(2)], "next", 5), new([.. _items.Skip(2)], null, 5) };
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await new AccessReviewCsv("report.csv", pages[0], _ => Task.FromResult(pages[1]), withBom: false).ExecuteAsync(context);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    private static List<List<string>> Read(string csv)
    {
        using var reader = CsvReader.FromText(csv, new CsvReaderOptions { HasHeader = false });
        var rows = new List<List<string>>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }

    private static AccessReviewItem Member(string name, Role role) =>
        new()
        {
            UserId = $"id of {name}",
            FullName = name,
            Email = "person@firm.example",
            JoinedAt = _at.AddYears(-1),
            Access = Access(role),
        };

    private static ReviewedAccess Access(Role role, params string[] permissions) =>
        new(AccessGrant.Unrestricted(role) with { Permissions = permissions }, [], []);
}
