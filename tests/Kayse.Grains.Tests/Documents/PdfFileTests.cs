using System.Globalization;
using System.Text;
using Kayse.Grains.Documents;
using UglyToad.PdfPig;

namespace Kayse.Grains.Tests.Documents;

public sealed class PdfFileTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 2, 9, 0, 0, TimeSpan.FromHours(-5));

    [Fact]
    public void Text_is_read_as_it_was_given()
    {
        var text = new DocumentParagraph("Ada Lovelace, Ωmega and Жанна\nin the Straße");
        using var pdf = Open(new DocumentHeading("Members"), text);

        string.Join(' ', WordsOf(pdf, 1))
            .ShouldBe("Jones & <Co> Members Ada Lovelace, Ωmega and Жанна in the Straße Jones & <Co> Page 1 of 1");
    }

    [Fact]
    public void A_table_goes_on_to_further_pages_under_its_heading()
    {
        var rows = Enumerable.Range(1, 100).Select(i => (IReadOnlyList<string>)[$"row{i}", $"-{i}.000001"]);
        using var pdf = Open(new DocumentTable([new("Day"), new("Minutes", IsNumber: true)], [.. rows]) { Totals = ["Total", "5,050"] });

        pdf.NumberOfPages.ShouldBe(3);
        for (var page = 1; page <= 3; page++)
        {
            WordsOf(pdf, page).ShouldContain("Minutes");
            string.Join(' ', WordsOf(pdf, page)).ShouldEndWith($"Page {page} of 3");
        }

        var numbers = pdf.GetPages()
            .SelectMany(page => page.GetWords())
            .Where(word => word.Text.EndsWith(".000001", StringComparison.Ordinal));
        numbers.Select(word => word.Text).ShouldBe(Enumerable.Range(1, 100).Select(i => $"-{i}.000001"));
        numbers.Select(word => Math.Round(word.BoundingBox.Right, 1)).Distinct().Count().ShouldBe(1, "numbers stand at the right");
        WordsOf(pdf, 3).ShouldContain("5,050");
    }

    [Fact]
    public void Text_that_is_too_long_for_its_cell_is_broken()
    {
        var address = string.Concat(Enumerable.Repeat("ada.lovelace-", 12)) + "@jones.example";
        using var pdf = Open(
            new DocumentTable(
                [new("Member"), new("Access")],
                [
                    [address, "One two three"],
                ]
            )
        );

        var words = pdf.GetPage(1).GetWords().ToList();
        string.Concat(words.Select(word => word.Text)).ShouldContain(address.Replace(" ", "", StringComparison.Ordinal)[^20..]);
        words.ShouldAllBe(word => word.BoundingBox.Right <= 612 - 54 + 1);
        words.Where(word => word.Text.Contains("lovelace", StringComparison.Ordinal)).ShouldAllBe(word => word.BoundingBox.Right < 306);
    }

    [Fact]
    public void A_number_is_never_broken()
    {
        string[] numbers = ["-999,999,999,999.123456", "1", "999,999,999,999,999.999999"];
        using var pdf = Open(
            new DocumentTable(
                [.. Enumerable.Range(0, 6).Select(i => new DocumentColumn($"C{i}", IsNumber: true))],
                [
                    [.. numbers, .. numbers],
                ]
            )
        );

        var words = WordsOf(pdf, 1);
        foreach (var number in numbers)
            words.Count(word => word == number).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public void It_can_be_read_aloud()
    {
        var chart = new DocumentChart("Minutes", "Bars of 1 and 2 minutes.", [new("1", 1), new("2", 2)]);
        var file = PdfFile.Write(
            DocumentOf(
                new DocumentHeading("Minutes"),
                chart,
                new DocumentTable(
                    [new("Day"), new("Minutes")],
                    [
                        ["1", "1"],
                    ]
                )
            )
        );

        using var pdf = PdfDocument.Open(file);
        pdf.Information.Title.ShouldBe("Jones & <Co>");
        var text = Encoding.Latin1.GetString(file);
        foreach (
            var said in (string[])["/Lang(en-US)", "/DisplayDocTitle true", "/Marked true", "/S/H1", "/S/H2", "/S/Table", "/Scope/Column"]
        )
            Squeeze(text).ShouldContain(Squeeze(said));
        foreach (var tag in (string[])["/S/TH", "/S/TD", "/S/Figure", "/Alt(Bars of 1 and 2 minutes.)"])
            Squeeze(text).ShouldContain(Squeeze(tag));
        text.ShouldContain("Jones &amp; &lt;Co&gt;</rdf:li>");
    }

    [Fact]
    public async Task The_same_document_is_the_same_file_also_when_several_are_written_at_once()
    {
        var files = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PdfFile.Write(DocumentOf(Large())))));

        files.Select(Convert.ToBase64String).Distinct().ShouldHaveSingleItem();
        PdfFile.Write(DocumentOf(Large()) with { CreatedAt = _now.AddSeconds(1) }).AsSpan().SequenceEqual(files[0]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("\"&<>'")]
    [InlineData("<?xpacket begin= <?xpacket end=\"w\"?>")]
    [InlineData("/BaseFont/ABCDEF+x /FontName /ABCDEF+x")]
    [InlineData("trailer /ID[<00112233445566778899AABBCCDDEEFF>] %%EOF\u0000\u0007")]
    [InlineData("( \\) stream endstream endobj 🙂 שלום 你好")]
    public void No_title_or_description_breaks_the_file(string hostile)
    {
        var title = string.Concat(Enumerable.Repeat(hostile, 60));
        var chart = new DocumentChart(hostile, title, [new(hostile, 1)]);
        var document = DocumentOf(
            new DocumentParagraph(title),
            chart,
            new DocumentTable(
                [new(hostile)],
                [
                    [title],
                ]
            )
        );

        var file = PdfFile.Write(document with { Title = title, Footer = hostile });

        using var pdf = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = false });
        pdf.Information.Title!.Replace("x-packet", "xpacket", StringComparison.Ordinal)
            .ShouldBe(title.Replace('\u0000', ' ').Replace('\u0007', ' '));
        string.Concat(pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text)).ShouldContain("Page1of");
        pdf.TryGetXmpMetadata(out var metadata).ShouldBeTrue();
        metadata!.GetXDocument().ToString().ShouldContain("dc:title");
        PdfFile.Write(document with { Title = title, Footer = hostile }).AsSpan().SequenceEqual(file).ShouldBeTrue();
    }

    private static DocumentTable Large() =>
        new(
            [new("Day"), .. Enumerable.Range(1, 5).Select(i => new DocumentColumn($"Metric {i}", IsNumber: true))],
            [
                .. Enumerable
                    .Range(0, 50)
                    .Select(day =>
                        (IReadOnlyList<string>)
                            [.. Enumerable.Range(0, 6).Select(i => ((day * 1000) + i).ToString(CultureInfo.InvariantCulture))]
                    ),
            ]
        );

    private static PdfDocument Open(params DocumentBlock[] blocks) => PdfDocument.Open(PdfFile.Write(DocumentOf(blocks)));

    private static Document DocumentOf(params DocumentBlock[] blocks) => new("Jones & <Co>", _now, blocks);

    private static List<string> WordsOf(PdfDocument pdf, int page) => [.. pdf.GetPage(page).GetWords().Select(word => word.Text)];

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
