using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kayse.Testing;
using Kayse.WebHost.Sms;

namespace Kayse.WebHost.Tests.Sms;

/// <summary>How many messages a text is sent as (NO-7), also as the npm package sms-segments-calculator counts.</summary>
public sealed class SmsSegmentsTests
{
    private const string Folder = "tests/Kayse.WebHost.Tests/Sms/reference";

    [Theory]
    [InlineData("", "Gsm7", 1, 0, 160)]
    [InlineData("a*160", "Gsm7", 1, 160, 160)]
    [InlineData("a*161", "Gsm7", 2, 161, 153)]
    [InlineData("a*306", "Gsm7", 2, 306, 153)]
    [InlineData("a*307", "Gsm7", 3, 307, 153)]
    [InlineData("€*80", "Gsm7", 1, 160, 160)]
    [InlineData("€*153", "Gsm7", 3, 306, 153)]
    [InlineData("я*70", "Ucs2", 1, 70, 70)]
    [InlineData("я*71", "Ucs2", 2, 71, 67)]
    [InlineData("😀*35", "Ucs2", 1, 70, 70)]
    [InlineData("😀*67", "Ucs2", 3, 134, 67)]
    public void A_text_is_counted_and_what_belongs_together_is_not_parted(
        string written,
        string encoding,
        int segments,
        int characters,
        int perSegment
    )
    {
        var text = written.Split('*') is [var unit, var times]
            ? string.Concat(Enumerable.Repeat(unit, int.Parse(times, CultureInfo.InvariantCulture)))
            : "";

        var counted = SmsSegments.Of(text);

        (counted.Encoding.ToString(), counted.Segments, counted.Characters, counted.PerSegment).ShouldBe(
            (encoding, segments, characters, perSegment)
        );
    }

    [Fact]
    public void Half_a_character_counts_as_one() => SmsSegments.Of(new string('\uD83D', 71)).Characters.ShouldBe(71);

    [Fact]
    public void What_makes_a_text_longer_is_named_with_what_could_stand_in_its_place() =>
        SmsSegments
            .Of("“Don’t” – 50\u00a0€…\u200B café á Łódź 😀😀 я ﬁ")
            .UnicodeCharacters.Select(character => (character.Character, character.Count, character.Replacement))
            .ShouldBe([
                ("“", 1, "\""),
                ("’", 1, "'"),
                ("”", 1, "\""),
                ("–", 1, "-"),
                ("\u00a0", 1, " "),
                ("…", 1, "..."),
                ("\u200B", 1, ""),
                ("á", 1, "a"),
                ("Ł", 1, "L"),
                ("ó", 1, "o"),
                ("ź", 1, "z"),
                ("😀", 2, null),
                ("я", 1, null),
                ("ﬁ", 1, "fi"),
            ]);

    // The package keeps what it takes for one character together even where that has several code points, so that it may
    // count more messages; networks part only between the halves of a code point.
    [Fact]
    public async Task A_hundred_thousand_texts_are_counted_as_another_library_counts_them()
    {
        var judged = await JudgeAsync();

        judged.Count.ShouldBe(100_000);
        judged.Count(text => text.Simple).ShouldBeGreaterThan(80_000);
        foreach (var expected in judged)
        {
            var counted = SmsSegments.Of(expected.Text);
            var encoding = counted.Encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2";
            if (expected.Simple)
                (encoding, counted.Segments, counted.Characters).ShouldBe(
                    (expected.Encoding, expected.Segments, expected.Units),
                    expected.Text
                );
            else
            {
                (encoding, counted.Characters).ShouldBe((expected.Encoding, expected.Units), expected.Text);
                counted.Segments.ShouldBeLessThanOrEqualTo(expected.Segments, expected.Text);
            }
        }
    }

    private static async Task<List<Judged>> JudgeAsync()
    {
        var folder = Path.Combine(Repository.Root, Folder);
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            Assert.Fail($"The library to compare with is not installed. Run: npm ci --prefix {Folder}");
        var start = new ProcessStartInfo("node", "judge.mjs")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var node = Process.Start(start)!;
        var judged = new List<Judged>();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
            judged.Add(JsonSerializer.Deserialize<Judged>(line, JsonSerializerOptions.Web)!);
        await node.WaitForExitAsync();
        node.ExitCode.ShouldBe(0);
        return judged;
    }

    private sealed record Judged(string Text, string Encoding, int Segments, int Units, bool Simple);
}
