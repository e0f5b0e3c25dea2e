using Kayse.Grains.Appearance;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Appearance;

/// <summary>How the console looks to somebody (PR-2).</summary>
internal static class AppearanceEndpoints
{
    public static void MapAppearance(this RouteGroupBuilder api)
    {
        var appearance = api.MapGroup("/me/appearance").WithTags("Me");
        appearance.MapGet("", GetAppearanceAsync).Allows(Who.SignedIn);
        appearance.MapPut("", SetAppearanceAsync).Allows(Who.SignedIn);
    }

    /// <summary>Get your appearance settings</summary>
    /// <remarks>They apply to the console on every device.</remarks>
    public static async Task<Ok<AppearanceResponse>> GetAppearanceAsync(Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(AppearanceResponse.Of(await caller.User<IAppearanceGrain>(grains).GetAsync()));

    /// <summary>Set your appearance settings</summary>
    /// <remarks>Sets all of them. <c>fontScale</c> is 0.875, 1, 1.125, 1.25 or 1.5.</remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<AppearanceResponse>> SetAppearanceAsync(
        Body<SetAppearanceRequest> body,
        Caller caller,
        IGrainFactory grains
    ) => TypedResults.Ok(AppearanceResponse.Of(await caller.User<IAppearanceGrain>(grains).SetAsync(body.Value.ToSettings())));
}

/// <summary>Sets how the console looks.</summary>
internal sealed class SetAppearanceRequest
{
    /// <summary>Light or dark.</summary>
    public required Theme? Theme { get; init; }

    /// <summary>The size of text: 0.875, 1, 1.125, 1.25 or 1.5.</summary>
    public required decimal? FontScale { get; init; }

    /// <summary>Whether nothing moves.</summary>
    public required SystemChoice? ReducedMotion { get; init; }

    /// <summary>Whether text and lines stand out more.</summary>
    public required SystemChoice? HighContrast { get; init; }

    /// <summary>Whether keyboard shortcuts are on.</summary>
    public required bool? Shortcuts { get; init; }

    public AppearanceSettings ToSettings() =>
        new(Theme!.Value, FontScale!.Value, ReducedMotion!.Value, HighContrast!.Value, Shortcuts!.Value);
}

/// <summary>How the console looks.</summary>
/// <param name="Theme">Light or dark.</param>
/// <param name="FontScale">The size of text, as a factor of the usual.</param>
/// <param name="ReducedMotion">Whether nothing moves.</param>
/// <param name="HighContrast">Whether text and lines stand out more.</param>
/// <param name="Shortcuts">Whether keyboard shortcuts are on.</param>
internal sealed record AppearanceResponse(
    Theme Theme,
    decimal FontScale,
    SystemChoice ReducedMotion,
    SystemChoice HighContrast,
    bool Shortcuts
)
{
    public static AppearanceResponse Of(AppearanceSettings settings) =>
        new(settings.Theme, settings.FontScale, settings.ReducedMotion, settings.HighContrast, settings.Shortcuts);
}
