using System.Text.Encodings.Web;

namespace Kayse.Grains.Mail;

/// <summary>
/// The HTML part: one column of tables with inline styles, which is what mail programs agree on, and nothing to load:
/// a logo comes with the mail.
/// The encoder turns everything beyond ASCII into entities, so the part needs no transfer encoding.
/// </summary>
internal static class EmailHtml
{
    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    private const string Body = $"margin:0 0 16px;{Font};font-size:16px;line-height:24px;color:#1f2430";
    private const string Small = $"margin:0 0 8px;{Font};font-size:13px;line-height:20px;color:#5a6072";
    private const string Card = "max-width:560px;background-color:#ffffff;border:1px solid #dfe2ea;border-radius:8px";
    private const string Label =
        $"display:inline-block;padding:13px 24px;{Font};font-size:16px;line-height:20px;font-weight:600;"
        + "color:#ffffff;text-decoration:none;border-radius:6px";
    private const string Accent = "#2f55d4";
    private const string AccentOnDark = "#9db8ff";
    private const string Table = """<table role="presentation" cellpadding="0" cellspacing="0" border="0" """;

    public static string Render(EmailLayout mail) =>
        $$"""
            <!DOCTYPE html>
            <html lang="en" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
            <title>{{Encode(mail.Subject)}}</title>
            <style>
            :root { color-scheme: light dark; supported-color-schemes: light dark; }
            @media (prefers-color-scheme: dark) {
            .page { background-color: #14161c !important; }
            .item { border-color: #343946 !important; }
            .card { background-color: #1f222b !important; border-color: #343946 !important; }
            .body { color: #eceef4 !important; }
            .small { color: #a9b0c2 !important; }
            .link { color: {{mail.Brand?.AccentOnDark ?? AccentOnDark}} !important; }
            }
            </style>
            </head>
            <body class="page" style="margin:0;padding:0;background-color:#f3f4f8">
            <div style="display:none;max-height:0;overflow:hidden;mso-hide:all">{{Encode(mail.Preheader)}}</div>
            {{Table}}class="page" width="100%" style="background-color:#f3f4f8">
            <tr><td align="center" style="padding:32px 16px">
            {{Table}}class="card" width="100%" style="{{Card}}">
            <tr><td style="padding:32px">
            {{Header(mail)}}
            {{Paragraphs("body", Body, [mail.Greeting, .. mail.Paragraphs])}}
            {{string.Join('\n', mail.Items.Select(Item))}}
            {{Paragraphs("body", Body, mail.AfterItems)}}
            {{Button(mail)}}
            {{Paragraphs("small", Small, ["If the button doesn't work, copy this link into your browser:"])}}
            {{Link(mail)}}
            {{Paragraphs("small", Small, mail.Notes)}}
            {{Footer(mail)}}
            </td></tr>
            </table>
            <p class="small" style="{{Small}};margin:16px 0 0">Kayse</p>
            </td></tr>
            </table>
            </body>
            </html>

            """.ReplaceLineEndings("\r\n");

    // The plate is there for a dark logo in a dark theme. Who can't see the logo reads the name.
    private static string Header(EmailLayout mail) =>
        mail is not { LogoId: { } logo, Brand: { } brand }
            ? ""
            : $"""
                {Table}style="margin:0 0 24px"><tr>
                <td style="padding:4px;background-color:#ffffff;border-radius:6px"><img src="cid:{Encode(logo)}" height="40" alt=""
                style="display:block;height:40px;width:auto;max-width:120px;border:0" /></td>
                <td class="body" style="padding-left:12px;{Body};font-weight:600">{Encode(MailName.Of(brand.Company))}</td>
                </tr></table>
                """;

    private static string AccentOf(EmailLayout mail) => mail.Brand?.Accent ?? Accent;

    private static string Paragraphs(string kind, string style, IEnumerable<string> paragraphs) =>
        string.Join('\n', paragraphs.Select(paragraph => $"<p class=\"{kind}\" style=\"{style}\">{Encode(paragraph)}</p>"));

    private static string Button(EmailLayout mail) =>
        $"""
            {Table}style="margin:8px 0 24px">
            <tr><td align="center" bgcolor="{AccentOf(mail)}" style="background-color:{AccentOf(mail)};border-radius:6px">
            <a href="{Encode(mail.Link.AbsoluteUri)}" style="{Label}">{Encode(mail.Button)}</a>
            </td></tr>
            </table>
            """;

    private static string Link(EmailLayout mail)
    {
        var url = Encode(mail.Link.AbsoluteUri);
        return $"""
            <p class="small" style="{Small};margin-bottom:24px;word-break:break-all"><a class="link" href="{url}" style="color:{AccentOf(
                mail
            )}">
            {url}</a></p>
            """;
    }

    private static string Item(EmailItem item) =>
        $"""
            {Table}width="100%"><tr><td class="item" style="padding:12px 0 4px;border-top:1px solid #dfe2ea">
            <p class="body" style="{Body};margin-bottom:4px;font-weight:600">{Encode(item.Title)}</p>
            {Paragraphs("small", Small, [item.Detail])}
            {Paragraphs("body", $"{Body};margin-bottom:8px", item.Lines)}
            </td></tr></table>
            """;

    private static string Footer(EmailLayout mail) =>
        mail.Footer is not { } footer
            ? ""
            : $"""
                <p class="small" style="{Small};margin-top:16px">{Encode(footer.Reason)}
                <a class="link" href="{Encode(footer.Link.AbsoluteUri)}" style="color:{AccentOf(mail)}">{Encode(footer.Change)}</a></p>
                """;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
