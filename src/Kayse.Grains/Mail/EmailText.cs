using System.Text;

namespace Kayse.Grains.Mail;

/// <summary>
/// The plain-text part: lines of at most 78 characters, and the link alone on its own line, however long it is.
/// </summary>
internal static class EmailText
{
    private const int Width = 78;

    public static string Render(EmailLayout mail)
    {
        string[] above = [mail.Greeting, .. mail.Paragraphs, $"{mail.Button}:"];
        string[] paragraphs = [.. above.Select(Wrap), mail.Link.AbsoluteUri, .. mail.Notes.Select(Wrap), "-- \r\nKayse"];
        return string.Join("\r\n\r\n", paragraphs) + "\r\n";
    }

    private static string Wrap(string paragraph)
    {
        var text = new StringBuilder();
        var column = 0;
        foreach (var word in paragraph.Split(' '))
        {
            var breaks = column > 0 && column + 1 + word.Length > Width;
            var gap =
                column == 0 ? ""
                : breaks ? "\r\n"
                : " ";
            text.Append(gap).Append(word);
            column = breaks ? word.Length : column + gap.Length + word.Length;
        }

        return text.ToString();
    }
}
