using System.Net.Mail;

namespace Kayse.Grains.Push;

/// <summary>How push messages are sent; section <c>Kayse:Push</c>.</summary>
public sealed class PushOptions
{
    private static readonly string[] _localSuffixes = [".localhost", ".local", ".internal", ".invalid", ".test", ".lan"];

    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Push";

    /// <summary>
    /// Whom push services contact when something is wrong: <c>mailto:</c> with an address, or an https address. Empty:
    /// <c>Kayse:PublicUrl</c> if it is https; otherwise push is not available.
    /// </summary>
    public string Subject { get; set; } = "";

    /// <summary>
    /// The hosts of push services that may be used, <c>*.</c> for all below one; empty for those of the known browsers.
    /// </summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>How long browsers are given the same key; 1 day to 10 years.</summary>
    public TimeSpan KeyLifetime { get; set; } = TimeSpan.FromDays(365);

    /// <summary>
    /// Keys made before this are given to no browser any more: to be set to the present when a key may have leaked.
    /// </summary>
    public DateTimeOffset? RotateKeysBefore { get; set; }

    /// <summary>Whether a push service could write there: it is an address, and not of a local network.</summary>
    public static bool IsRealContact(string subject)
    {
        if (subject.Any(character => character is '"' or '\\' || char.IsControl(character) || char.IsWhiteSpace(character)))
            return false;
        if (subject.StartsWith("mailto:", StringComparison.Ordinal))
            return MailAddress.TryCreate(subject["mailto:".Length..], out var mail)
                && mail.Address == subject["mailto:".Length..]
                && IsPublicName(mail.Host);
        return Uri.TryCreate(subject, UriKind.Absolute, out var url)
            && url.Scheme == Uri.UriSchemeHttps
            && url.UserInfo.Length == 0
            && IsPublicName(url.IdnHost);
    }

    private static bool IsPublicName(string host) =>
        Uri.CheckHostName(host) == UriHostNameType.Dns
        && host.Contains('.', StringComparison.Ordinal)
        && !_localSuffixes.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
}
