using Kayse.Grains.Errors;
using Kayse.Grains.Sso;
using Kayse.WebHost.Pages;

namespace Kayse.WebHost.Sso;

/// <summary>The pages that single sign-on ends at.</summary>
internal static class SsoPages
{
    /// <summary>The settings.</summary>
    public const string Overview = "/settings/single-sign-on";

    /// <summary>Where somebody with an address begins to sign in.</summary>
    public static string Start(string email, string? returnTo = null, bool rememberMe = false) =>
        $"/sso/start?email={Uri.EscapeDataString(email)}"
        + (returnTo is null ? "" : $"&returnTo={Uri.EscapeDataString(ReturnTo.Safe(returnTo))}")
        + (rememberMe ? "&remember=true" : "");

    /// <summary>Where it is said who uses it.</summary>
    public const string Use = Overview + "/use";

    /// <summary>Where a test of a connection begins.</summary>
    public static string TestOf(SsoProtocol protocol) => $"/sso/test/{SsoWords.Of(protocol)}";

    /// <summary>Where somebody who signed in by it confirms their identity.</summary>
    public static string StepUp(string? returnTo) => $"/sso/step-up?returnTo={Uri.EscapeDataString(ReturnTo.Safe(returnTo))}";

    /// <summary>The settings of a connection.</summary>
    public static string Of(SsoProtocol protocol) => $"{Overview}/{SsoWords.Of(protocol)}";

    /// <summary>Where the report of a test is.</summary>
    public const string Test = Overview + "/test";

    /// <summary>The settings, with why a test could not be completed.</summary>
    public static string Settings(Refusal refusal) => $"{Overview}?refused={refusal.Code}";

    /// <summary>The sign-in page, with why nobody was signed in.</summary>
    public static string SignIn(Refusal refusal) => $"/sign-in?refused={refusal.Code}";

    /// <summary>The page that asks for a confirmation, with why there was none.</summary>
    public static string StepUp(Refusal refusal, string? returnTo) =>
        $"/step-up?refused={refusal.Code}&returnTo={Uri.EscapeDataString(ReturnTo.Safe(returnTo))}";
}
