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
        string[] paragraphs =
        [
            Wrap(mail.Greeting),
            .. mail.Paragraphs.Select(Wrap),
            .. mail.Items.Select(ItemOf),
            .. mail.AfterItems.Select(Wrap),
            Wrap($"{mail.Button}:"),
            mail.Link.AbsoluteUri,
            .. mail.Notes.Select(Wrap),
            .. FooterOf(mail.Footer),
            "-- \r\nKayse",
        ];
        return string.Join("\r\n\r\n", paragraphs) + "\r\n";
    }

    private static string ItemOf(EmailItem item) =>
        string.Join("\r\n", new[] { item.Title, item.Detail }.Concat(item.Lines).Select(Wrap));

    private static IEnumerable<string> FooterOf(EmailFooter? footer) =>
        footer is null ? [] : [Wrap(footer.Reason), Wrap($"{footer.Change}:"), footer.Link.AbsoluteUri];

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
