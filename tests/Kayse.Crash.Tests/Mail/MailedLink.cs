using System.Text.RegularExpressions;

namespace Kayse.Crash.Mail;

/// <summary>A link that went out in a mail.</summary>
internal sealed partial record MailedLink(string MessageId, string Token)
{
    /// <summary>The invitation that the token names.</summary>
    public string InvitationId => Token[..Token.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>Of a mail's source; the test's names are ASCII, so that nothing in it is encoded.</summary>
    public static MailedLink Read(string source) => new(MessageIds().Match(source).Groups[1].Value, TokenIn(source));

    public static string TokenIn(string text) => Tokens().Match(text).Groups[1].Value;

    [GeneratedRegex(@"^Message-ID:\s*(<[^>]+>)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageIds();

    [GeneratedRegex(@"#token=([0-9a-z]+\.[A-Za-z0-9_-]{43})")]
    private static partial Regex Tokens();
}
