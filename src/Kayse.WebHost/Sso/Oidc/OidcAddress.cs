using Kayse.Grains.Mail;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>Where providers send people back to: one address for all connections, to the letter.</summary>
internal sealed class OidcAddress(PublicLinks links)
{
    public string RedirectUri { get; } = $"{links.PublicUrl.TrimEnd('/')}{OidcCallback.Path}";
}
