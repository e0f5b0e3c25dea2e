using Kayse.Grains.State;

namespace Kayse.Grains.Branding;

[NoPersonalData("The logos and the color of a company.")]
internal sealed record BrandingState
{
    /// <summary>The logo for light backgrounds; null: there is none.</summary>
    public LogoView? Light { get; init; }

    /// <summary>The logo for dark backgrounds; null: there is none.</summary>
    public LogoView? Dark { get; init; }

    /// <summary>The small logo; null: there is none.</summary>
    public LogoView? Icon { get; init; }

    /// <summary>As <c>#rrggbb</c>; null: Kayse's own.</summary>
    public string? AccentColor { get; init; }

    /// <summary>Grows with every change; the resource's ETag.</summary>
    public long Version { get; init; }

    /// <summary>What follows from changes and isn't done yet.</summary>
    public IReadOnlyList<BrandingStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether one of its logos has this name.</summary>
    public bool Has(string name) => Light?.Name == name || Dark?.Name == name || Icon?.Name == name;

    /// <summary>The state with another logo of a kind, or without one.</summary>
    public BrandingState With(LogoKind kind, LogoView? logo) =>
        kind switch
        {
            LogoKind.Light => this with { Light = logo },
            LogoKind.Dark => this with { Dark = logo },
            _ => this with { Icon = logo },
        };
}
