using System.Globalization;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Images;

/// <summary>Refusals of pictures.</summary>
public static class ImageErrors
{
    /// <summary>What the bytes are is none of the kinds that are taken, whatever they were said to be.</summary>
    public static readonly Refusal Unsupported = new("unsupported_media_type", "Choose a PNG, JPEG, WebP or GIF picture.");

    /// <summary>It begins as one of them and can't be read to its end.</summary>
    public static readonly Refusal Invalid = new("image_invalid", "This picture is damaged. Choose another one.");

    /// <summary>More bytes than are kept.</summary>
    public static readonly Refusal TooLarge = new("payload_too_large", "This picture is larger than 2 MB. Choose a smaller one.");

    /// <summary>More or fewer pixels than are kept.</summary>
    public static Refusal Dimensions(int maxSide) =>
        new("image_dimensions", string.Create(CultureInfo.InvariantCulture, $"The picture may have up to {maxSide} pixels a side."));
}
