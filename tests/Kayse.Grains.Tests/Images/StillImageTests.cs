using System.Text;
using Kayse.Grains.Errors;
using Kayse.Grains.Images;
using Kayse.Testing;

namespace Kayse.Grains.Tests.Images;

public sealed class StillImageTests
{
    private static readonly Dictionary<string, Func<int, int, bool, byte[]>> _kinds = new(StringComparer.Ordinal)
    {
        ["png"] = Pictures.Png,
        ["jpg"] = (width, height, withSecrets) => Pictures.Jpeg(width, height, withSecrets),
        ["webp"] = Pictures.WebP,
    };

    public static TheoryData<string> Kinds => [.. _kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_a_picture_says_beside_itself_is_left_out(string kind)
    {
        var image = Read(_kinds[kind](300, 200, true));

        (image.Extension, image.Width, image.Height).ShouldBe((kind, 300, 200));
        Encoding.Latin1.GetString(image.Content.Span).ShouldNotContain(Pictures.Secret);
        image.Content.ToArray().ShouldBe(_kinds[kind](300, 200, false));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_that_says_nothing_stays_as_it_is(string kind)
    {
        var file = _kinds[kind](4096, 1, false);
        Read(file).Content.ToArray().ShouldBe(file);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_that_is_cut_anywhere_is_refused(string kind)
    {
        var file = _kinds[kind](3, 2, false);
        for (var length = 0; length < file.Length; length++)
        {
            // The last byte of a padded chunk may be missing without harm.
            if (kind != "webp" || length < file.Length - 1)
                CodeOf(file[..length]).ShouldBeOneOf("image_invalid", "unsupported_media_type");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Damage_is_refused_or_harmless_and_never_a_fault(string kind)
    {
        var file = _kinds[kind](3, 2, true);
        for (var at = 0; at < file.Length; at++)
        {
            foreach (var value in new byte[] { 0x00, 0x7F, 0xFF })
            {
                var damaged = file.ToArray();
                damaged[at] = value;
                CodeOf(damaged).ShouldBeOneOf(null, "image_invalid", "unsupported_media_type", "image_dimensions");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pixels_are_bounded(string kind)
    {
        CodeOf(_kinds[kind](4097, 1, false)).ShouldBe("image_dimensions");
        CodeOf(_kinds[kind](1, 4097, false)).ShouldBe("image_dimensions");
    }

    [Fact]
    public void Simple_webp_has_its_size_in_the_pixels() => (Read(Pictures.PlainWebP(300, 200)).Width, Read(Pictures.PlainWebP(300, 200)).Height).ShouldBe((300, 200));

    [Fact]
    public void One_that_moves_is_refused() => CodeOf(Pictures.MovingWebP()).ShouldBe("image_invalid");

    [Fact]
    public void Two_frames_in_one_are_refused()
    {
        var file = Pictures.Jpeg();
        var frame = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC2]);
        CodeOf([.. file[..frame], .. file[frame..(frame + 13)], .. file[frame..]]).ShouldBe("image_invalid");
    }

    [Theory]
    [InlineData("GIF89a")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("%PDF-1.7")]
    [InlineData("")]
    public void Other_kinds_are_refused(string begins) => CodeOf(Encoding.ASCII.GetBytes(begins)).ShouldBe("unsupported_media_type");

    [Fact]
    public void Bytes_are_bounded() => Should.Throw<RefusedException>(() => StillImage.Read(new byte[101], maxLength: 100, maxSide: 10)).Code.ShouldBe("payload_too_large");

    [Theory]
    [InlineData(6, true)]
    [InlineData(8, true)]
    [InlineData(1, false)]
    [InlineData(9, false)]
    public void Which_side_of_a_photo_is_up_is_kept_of_a_cameras_notes(byte orientation, bool isKept)
    {
        var clean = Read(Pictures.Jpeg(withSecrets: true, orientation: orientation)).Content.Span;

        var notes = clean.IndexOf("Exif\0\0"u8);
        (notes > 0).ShouldBe(isKept);
        if (isKept)
            ExifOrientation.Find(clean[notes..]).ShouldBe(orientation);
        Encoding.Latin1.GetString(clean).ShouldNotContain(Pictures.Secret);
        StillImage.Read(clean, int.MaxValue, 10).Content.ToArray().ShouldBe(clean.ToArray(), "what is clean stays as it is");
    }

    private static StillImage Read(byte[] file) => StillImage.Read(file, 1 << 21, 4096);

    private static string? CodeOf(byte[] file)
    {
        try
        {
            Read(file);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Code;
        }
    }
}
