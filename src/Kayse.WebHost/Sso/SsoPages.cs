using Kayse.Grains.Errors;
using Kayse.WebHost.Pages;

namespace Kayse.WebHost.Sso;

/// <summary>The pages that single sign-on ends at.</summary>
internal static class SsoPages
{
    /// <summary>Where the report of a test is.</summary>
    public const string Test = "/settings/single-sign-on/test";

    /// <summary>The settings, with why a test could not be completed.</summary>
    public static string Settings(Refusal refusal) => $"/settings/single-sign-on?refused={refusal.Code}";

    /// <summary>The sign-in page, with why nobody was signed in.</summary>
    public static string SignIn(Refusal refusal) => $"/sign-in?refused={refusal.Code}";

    /// <summary>The page that asks for a confirmation, with why there was none.</summary>
    public static string StepUp(Refusal refusal, string? returnTo) =>
        $"/step-up?refused={refusal.Code}&returnTo={Uri.EscapeDataString(ReturnTo.Safe(returnTo))}";
}
