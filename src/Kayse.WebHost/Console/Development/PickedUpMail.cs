using System.Text;
using System.Text.RegularExpressions;

namespace Kayse.WebHost.Console.Development;

/// <summary>A mail as the pickup transport writes it: it reads no more of MIME than that makes.</summary>
/// <param name="At">When it was written.</param>
/// <param name="To">To whom.</param>
/// <param name="Subject">About what.</param>
/// <param name="Body">Its plain text.</param>
internal sealed partial record PickedUpMail(DateTimeOffset At, string To, string Subject, string Body)
{
    private const string Line = "\r\n";

    public static PickedUpMail Parse(string file, DateTimeOffset at)
    {
        var (headers, body) = Split(file);
        return new PickedUpMail(at, HeaderOf(headers, "To"), HeaderOf(headers, "Subject"), TextOf(headers, body).Trim());
    }

    private static string TextOf(string headers, string body)
    {
        var boundary = Boundary().Match(HeaderOf(headers, "Content-Type")).Groups["boundary"].Value;
        var parts = boundary.Length == 0 ? [] : body.Split($"--{boundary}").Select(part => Split(part.TrimStart()));
        var (textHeaders, text) = parts.FirstOrDefault(part => HeaderOf(part.Headers, "Content-Type").StartsWith("text/plain", StringComparison.OrdinalIgnoreCase));
        return text is null ? body : HeaderOf(textHeaders, "Content-Transfer-Encoding") == "base64" ? OfBase64(text) : text;
    }

    // The headers, one a line, and what follows them.
    private static (string Headers, string Body) Split(string text)
    {
        var end = text.IndexOf(Line + Line, StringComparison.Ordinal);
        return end < 0 ? (text, "") : (Fold().Replace(text[..end], " "), text[end..]);
    }

    private static string HeaderOf(string headers, string name)
    {
        var line = headers.Split(Line).FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase));
        return line is null ? "" : EncodedWord().Replace(line[(name.Length + 1)..].Trim(), Decoded);
    }

    // RFC 2047; the space between two encoded words is none.
    private static string Decoded(Match word)
    {
        var text = word.Groups["text"].Value;
        return string.Equals(word.Groups["kind"].Value, "B", StringComparison.OrdinalIgnoreCase)
            ? OfBase64(text)
            : Uri.UnescapeDataString(text.Replace('_', ' ').Replace("%", "%25", StringComparison.Ordinal).Replace('=', '%'));
    }

    private static string OfBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }

    [GeneratedRegex("boundary=\"?(?<boundary>[^\";]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\r\n[ \t]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fold();

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[bq])\?(?<text>[^?]*)\?=(\s+(?==\?))?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EncodedWord();
}
