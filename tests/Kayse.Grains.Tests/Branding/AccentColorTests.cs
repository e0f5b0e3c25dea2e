using System.Globalization;
using Kayse.Grains.Branding;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Tests.Branding;

public sealed class AccentColorTests
{
    [Theory]
    [InlineData("#2563eb", "#2563eb")]
    [InlineData(" 2563EB ", "#2563eb")]
    [InlineData("#00f", "#0000ff")]
    [InlineData("#767676", "#767676")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_color_is_kept_in_one_form(string? typed, string? kept) => AccentColor.Check(typed).ShouldBe(kept);

    [Theory]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("#1234567")]
    [InlineData("#fff;}")]
    public void What_is_no_color_is_refused(string typed) => FieldError(typed).ShouldContain("hexadecimal");

    [Fact]
    public void A_color_that_white_text_cannot_be_read_on_is_refused_with_one_that_works()
    {
        FieldError("#f59e0b").ShouldBe("White text on #f59e0b has a contrast of 2.1:1. It needs at least 4.5:1. Try #a46a07.");
        AccentColor.Check("#a46a07").ShouldBe("#a46a07");
        FieldError("#777777").ShouldStartWith("White text on #777777 has a contrast of 4.4:1.");
    }

    [Fact]
    public void Every_shade_can_be_read_in_its_theme()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var color = AccentColor.Find(random.Next(1 << 24).ToString("x6", CultureInfo.InvariantCulture))!;
            var (light, dark) = (color.OnLight, color.OnDark);

            Contrast(light.Accent, "#ffffff").ShouldBeGreaterThanOrEqualTo(4.5, color.Value);
            Contrast(light.Accent, "#f1f2f5").ShouldBeGreaterThanOrEqualTo(4.5, color.Value);
            Contrast(light.OnAccent, light.Accent).ShouldBeGreaterThanOrEqualTo(4.5, color.Value);
            Contrast(light.OnAccent, light.Strong).ShouldBeGreaterThanOrEqualTo(4.5, color.Value);
            Contrast(light.Strong, light.Soft).ShouldBeGreaterThanOrEqualTo(4.5, color.Value);
            Contrast(dark.Accent, "#1f222b").ShouldBeGreaterThanOrEqualTo(4.5, color.Value);
            Contrast(dark.OnAccent, dark.Accent).ShouldBeGreaterThanOrEqualTo(4.5, color.Value);
            Contrast(dark.Strong, dark.Soft).ShouldBeGreaterThanOrEqualTo(4.5, color.Value);
        }
    }

    // By the definition of WCAG 2.2 alone.
    private static double Contrast(string one, string two)
    {
        var (a, b) = (Luminance(one), Luminance(two));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        var number = int.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        double[] parts = [.. new[] { number >> 16, (number >> 8) & 255, number & 255 }.Select(Linear)];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static double Linear(int channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static string FieldError(string typed) =>
        Should.Throw<RefusedException>(() => AccentColor.Check(typed)).Refusal.Fields!["accentColor"].ShouldHaveSingleItem();
}
