using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Kayse.Silo.Mail;

/// <summary>Signs mail by DKIM, as the last thing before it goes out.</summary>
internal sealed partial class MailSigner(DkimOptions options)
{
    // RFC 8058 wants the two for unsubscribing signed; none of these may be added or changed on the way.
    private static readonly string[] _signed =
    [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-Id",
        "Mime-Version",
        "Content-Type",
        "Auto-Submitted",
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
    ];

    private readonly DkimSigner _signer = new(options.KeyFile, options.Domain, options.Selector)
    {
        HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
    };

    /// <summary>Whether a file has a private key that mail can be signed with.</summary>
    public static bool CanUse(string keyFile)
    {
        try
        {
            _ = new DkimSigner(keyFile, "example.com", "test");
            return true;
        }
        catch (Exception exception)
            when (exception is IOException or FormatException or UnauthorizedAccessException or ArgumentException or CryptoException)
        {
            return false;
        }
    }

    /// <summary>Whether a text can be a domain, or a part of one.</summary>
    public static bool IsName(string text) => Name().IsMatch(text);

    public void Sign(MimeMessage mail) => _signer.Sign(MailMessage.FormatFor(mail), mail, _signed);

    [GeneratedRegex(
        @"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Name();
}
