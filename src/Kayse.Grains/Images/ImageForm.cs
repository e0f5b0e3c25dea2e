namespace Kayse.Grains.Images;

/// <summary>How a picture is kept.</summary>
/// <param name="MaxSide">The longest side, in pixels. Smaller pictures stay as small as they are.</param>
/// <param name="IsLossless">Whether as PNG in any case: flat colours and letters suffer as JPEG.</param>
internal sealed record ImageForm(int MaxSide, bool IsLossless);
