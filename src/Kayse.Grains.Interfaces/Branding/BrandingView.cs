namespace Kayse.Grains.Branding;

/// <summary>How a company looks: its logos and its color. None of it is secret.</summary>
/// <param name="Light">The logo for light backgrounds; null when there is none.</param>
/// <param name="Dark">The logo for dark backgrounds; null when there is none.</param>
/// <param name="Icon">The small logo, always a PNG; null when there is none.</param>
/// <param name="AccentColor">As <c>#rrggbb</c>; null for Kayse's own.</param>
/// <param name="Version">Grows with every change; 0 while nobody has set anything.</param>
[GenerateSerializer, Immutable, Alias("kayse.branding-view")]
public sealed record BrandingView(
    [property: Id(0)] LogoView? Light,
    [property: Id(1)] LogoView? Dark,
    [property: Id(2)] LogoView? Icon,
    [property: Id(3)] string? AccentColor,
    [property: Id(4)] long Version
)
{
    /// <summary>The logo of a kind; null when there is none.</summary>
    public LogoView? Logo(LogoKind kind) =>
        kind switch
        {
            LogoKind.Light => Light,
            LogoKind.Dark => Dark,
            _ => Icon,
        };
}
