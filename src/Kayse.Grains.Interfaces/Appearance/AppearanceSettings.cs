namespace Kayse.Grains.Appearance;

/// <summary>How the console looks to somebody.</summary>
/// <param name="Theme">Light or dark.</param>
/// <param name="FontScale">The size of text, as a factor of the usual: one of <see cref="FontScales"/>.</param>
/// <param name="ReducedMotion">Whether nothing moves.</param>
/// <param name="HighContrast">Whether text and lines stand out more.</param>
/// <param name="Shortcuts">Whether keys do something by themselves; off until it is turned on (WCAG 2.1.4).</param>
[GenerateSerializer, Immutable, Alias("kayse.appearance-settings")]
public sealed record AppearanceSettings(
    [property: Id(0)] Theme Theme,
    [property: Id(1)] decimal FontScale,
    [property: Id(2)] SystemChoice ReducedMotion,
    [property: Id(3)] SystemChoice HighContrast,
    [property: Id(4)] bool Shortcuts
)
{
    /// <summary>As the person's system says, in the usual size.</summary>
    public static readonly AppearanceSettings Default = new(Theme.System, 1, SystemChoice.System, SystemChoice.System, Shortcuts: false);

    /// <summary>The sizes that can be chosen, as factors.</summary>
    public static readonly IReadOnlyList<decimal> FontScales = [0.875m, 1m, 1.125m, 1.25m, 1.5m];

    /// <summary>Whether all of it can be chosen.</summary>
    public bool IsValid =>
        Enum.IsDefined(Theme) && FontScales.Contains(FontScale) && Enum.IsDefined(ReducedMotion) && Enum.IsDefined(HighContrast);
}

/// <summary>Light or dark.</summary>
[GenerateSerializer, Alias("kayse.theme")]
public enum Theme
{
    /// <summary>As the system is set.</summary>
    System = 0,

    /// <summary>Dark text on white.</summary>
    Light = 1,

    /// <summary>Light text on black.</summary>
    Dark = 2,
}

/// <summary>What the system can decide.</summary>
[GenerateSerializer, Alias("kayse.system-choice")]
public enum SystemChoice
{
    /// <summary>As the system is set.</summary>
    System = 0,

    /// <summary>Always.</summary>
    On = 1,

    /// <summary>Never.</summary>
    Off = 2,
}
