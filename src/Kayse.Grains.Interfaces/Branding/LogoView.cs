namespace Kayse.Grains.Branding;

/// <summary>A logo of a company.</summary>
/// <param name="Name">What it is served and stored under. Another logo has another name.</param>
/// <param name="Width">In pixels; for an SVG, in its own units.</param>
/// <param name="Height">Likewise.</param>
[GenerateSerializer, Immutable, Alias("kayse.logo-view")]
public sealed record LogoView([property: Id(0)] string Name, [property: Id(1)] int Width, [property: Id(2)] int Height);
