using Kayse.Grains.Branding;
using Kayse.Grains.Errors;

namespace Kayse.WebHost.Branding;

/// <summary>The kinds of logos as addresses name them.</summary>
internal static class LogoKinds
{
    /// <summary>Refuses <c>not_found</c> for what is no kind.</summary>
    public static LogoKind Parse(string word) =>
        word switch
        {
            "light" => LogoKind.Light,
            "dark" => LogoKind.Dark,
            "icon" => LogoKind.Icon,
            _ => throw new RefusedException(GeneralErrors.NotFound),
        };
}
