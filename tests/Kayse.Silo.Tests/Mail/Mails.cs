using Kayse.Grains.Mail;

namespace Kayse.Silo.Tests.Mail;

internal static class Mails
{
    public static EmailMessage Plain { get; } =
        new(
            "<0197f3c2-1@kayse.example>",
            new Mailbox("no-reply@kayse.example", "Kayse"),
            new Mailbox("ada@example.com", "Ada Lovelace"),
            "Come in",
            "Hello Ada,\r\n\r\n.a line that starts with a dot\r\n.\r\nhttps://kayse.example/invitations/accept#token=abc=123\r\n",
            "<p>Hello Ada</p>\r\n.\r\n<p>= &amp; =3D</p>\r\n"
        );

    public static EmailMessage Unicode { get; } =
        Plain with
        {
            To = new Mailbox("zoe@example.com", "Zoë \"Zed\" Müller-Łukasiewicz, 博士 (😀)"),
            Subject = "Société Générale de l'Électricité et de la Mécanique lädt Sie ein: willkommen, 你好, καλώς ήρθατε, 😀",
            TextBody = "Grüße, Zoë — 你好 😀\r\n.\r\n" + new string('ü', 1200) + "\r\n",
            HtmlBody = "<p>Grüße, Zoë — 你好 😀</p>\r\n",
        };
}
