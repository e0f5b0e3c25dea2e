using System.Text;
using Kayse.Grains.Errors;
using Kayse.Grains.Images;
using Kayse.Testing;
using SkiaSharp;

namespace Kayse.Grains.Tests.Images;

public sealed class StillImageTests
{
    private static readonly Dictionary<string, Func<int, int, bool, byte, byte[]>> _kinds = new(StringComparer.Ordinal)
    {
        ["png"] = (width, height, withSecrets, orientation) => Pictures.Png(width, height, withSecrets, orientation),
        ["jpg"] = Pictures.Jpeg,
        ["webp"] = Pictures.WebP,
    };

    public static TheoryData<string> Kinds => [.. _kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Only_the_picture_is_kept(string kind)
    {
        var image = await ReadAsync(_kinds[kind](300, 200, true, 1));

        (image.Extension, image.Width, image.Height).ShouldBe(("jpg", 300, 200));
        Encoding.Latin1.GetString(image.Content.Span).ShouldNotContain(Pictures.Secret);
        image.Content.ToArray().ShouldBe((await ReadAsync(_kinds[kind](300, 200, false, 1))).Content.ToArray());
        Colours(image).ShouldBe("red green / blue white");
    }

    [Theory]
    [InlineData(1, false, "red green / blue white")]
    [InlineData(2, false, "green red / white blue")]
    [InlineData(3, false, "white blue / green red")]
    [InlineData(4, false, "blue white / red green")]
    [InlineData(5, true, "red blue / green white")]
    [InlineData(6, true, "blue red / white green")]
    [InlineData(7, true, "white green / blue red")]
    [InlineData(8, true, "green white / red blue")]
    [InlineData(9, false, "red green / blue white")]
    public async Task A_picture_stands_upright_whatever_its_kind(byte orientation, bool isOnItsSide, string colours)
    {
        foreach (var (kind, make) in _kinds)
        {
            var image = await ReadAsync(make(300, 200, true, orientation));

            (image.Width, image.Height).ShouldBe(isOnItsSide ? (200, 300) : (300, 200), kind);
            Colours(image).ShouldBe(colours, kind);
        }
    }

    [Theory]
    [InlineData(512, 512, 512, 512)]
    [InlineData(1024, 512, 512, 256)]
    [InlineData(600, 2400, 128, 512)]
    [InlineData(4096, 1, 512, 1)]
    [InlineData(3, 2, 3, 2)]
    public async Task A_large_picture_is_made_smaller_and_keeps_its_shape(int width, int height, int keptWidth, int keptHeight)
    {
        foreach (var make in _kinds.Values)
        {
            var image = await ReadAsync(make(width, height, false, 1));
            (image.Width, image.Height).ShouldBe((keptWidth, keptHeight));
        }
    }

    [Fact]
    public async Task What_is_transparent_stays_so()
    {
        var image = await ReadAsync(Pictures.Png(40, 40, isTransparent: true));

        image.Extension.ShouldBe("png");
        using var pixels = SKBitmap.Decode(image.Content.ToArray());
        pixels.GetPixel(10, 10).Alpha.ShouldBe((byte)0);
        pixels.GetPixel(30, 30).Alpha.ShouldBe((byte)255);
    }

    [Fact]
    public async Task Of_a_picture_that_moves_the_first_frame_is_kept()
    {
        var image = await ReadAsync(Pictures.Gif(withSecrets: true));

        (image.Extension, image.Width, image.Height).ShouldBe(("jpg", 2, 1));
        Encoding.Latin1.GetString(image.Content.Span).ShouldNotContain(Pictures.Secret);
        using var pixels = SKBitmap.Decode(image.Content.ToArray());
        (pixels.GetPixel(0, 0).Blue + pixels.GetPixel(1, 0).Blue).ShouldBeLessThan(300, "neither blue nor white");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task One_that_is_cut_anywhere_is_refused(string kind)
    {
        var file = _kinds[kind](30, 20, false, 1);
        // The last bytes of a file may be missing without harm to its pixels.
        for (var length = 0; length < file.Length - 24; length++)
            (await CodeOfAsync(file[..length])).ShouldBeOneOf("image_invalid", "unsupported_media_type");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Damage_is_refused_or_harmless_and_never_a_fault(string kind)
    {
        var file = _kinds[kind](30, 20, true, 6);
        for (var at = 0; at < file.Length; at++)
        {
            foreach (var value in new byte[] { 0x00, 0x7F, 0xFF })
            {
                var damaged = file.ToArray();
                damaged[at] = value;
                (await CodeOfAsync(damaged)).ShouldBeOneOf(null, "image_invalid", "unsupported_media_type", "image_dimensions");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Pixels_are_bounded(string kind)
    {
        (await CodeOfAsync(_kinds[kind](4097, 1, false, 1))).ShouldBe("image_dimensions");
        (await CodeOfAsync(_kinds[kind](1, 4097, false, 1))).ShouldBe("image_dimensions");
    }

    [Fact]
    public async Task A_small_file_can_not_claim_a_room_full_of_pixels()
    {
        (await CodeOfAsync(Pictures.PngThatClaims(100_000, 100_000))).ShouldBe("image_dimensions");
        (await CodeOfAsync(Pictures.PngThatClaims(4096, 4096))).ShouldBe("image_invalid");
    }

    [Fact]
    public async Task What_is_something_else_as_well_is_only_a_picture_afterwards()
    {
        const string Script = "<script>alert(1)</script>";
        byte[] file = [.. Pictures.Png(), .. Encoding.ASCII.GetBytes($"PK\u0003\u0004{Script}")];

        Encoding.Latin1.GetString((await ReadAsync(file)).Content.Span).ShouldNotContain(Script);
    }

    [Theory]
    [InlineData("BM")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("%PDF-1.7")]
    [InlineData("")]
    public async Task Other_kinds_are_refused(string begins) =>
        (await CodeOfAsync(Encoding.ASCII.GetBytes(begins))).ShouldBe("unsupported_media_type");

    [Fact]
    public async Task Bytes_are_bounded() =>
        (await Should.ThrowAsync<RefusedException>(() => StillImage.ReadAsync(new byte[101], maxLength: 100, maxSide: 10))).Code.ShouldBe(
            "payload_too_large"
        );

    private static Task<StillImage> ReadAsync(byte[] file) => StillImage.ReadAsync(file, 1 << 21, 4096);

    private static async Task<string?> CodeOfAsync(byte[] file)
    {
        try
        {
            await ReadAsync(file);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Code;
        }
    }

    // What is in the middle of each quarter.
    private static string Colours(StillImage image)
    {
        using var pixels = SKBitmap.Decode(image.Content.ToArray());
        return $"{Name(1, 1)} {Name(3, 1)} / {Name(1, 3)} {Name(3, 3)}";

        string Name(int x, int y) =>
            pixels.GetPixel(x * pixels.Width / 4, y * pixels.Height / 4) switch
            {
                { Red: > 200, Green: > 200, Blue: > 200 } => "white",
                { Red: > 200, Green: < 80, Blue: < 80 } => "red",
                { Red: < 80, Green: > 200, Blue: < 80 } => "green",
                { Red: < 80, Green: < 80, Blue: > 200 } => "blue",
                var other => other.ToString(),
            };
    }
}
