using System.Net;
using Kayse.Grains.Mail;

namespace Kayse.Grains.Passkeys;

/// <summary>
/// The site that passkeys are for, as <c>Kayse:PublicUrl</c> has it: those of another host or origin are none of ours.
/// </summary>
/// <param name="links">Of this installation.</param>
public sealed class PasskeyRelyingParty(PublicLinks links)
{
    private readonly Uri _url = new(links.PublicUrl);

    /// <summary>The host.</summary>
    public string Id => _url.IdnHost;

    /// <summary>The one origin that pages ask for passkeys from.</summary>
    public string Origin => _url.GetLeftPart(UriPartial.Authority);

    /// <summary>What people see.</summary>
    public static string Name => "Kayse";

    /// <summary>
    /// Whether browsers make passkeys for this site: not for an IP address, and over https only, but on this machine.
    /// </summary>
    public bool IsAvailable =>
        !IPAddress.TryParse(_url.Host.Trim('[', ']'), out _)
        && (_url.Scheme == Uri.UriSchemeHttps || _url.Host == "localhost" || _url.Host.EndsWith(".localhost", StringComparison.Ordinal));
}
