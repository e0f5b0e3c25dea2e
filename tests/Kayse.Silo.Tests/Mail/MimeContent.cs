using Kayse.Grains.Mail;
using Kayse.Testing;

namespace Kayse.Silo.Tests.Mail;

/// <summary>What a mail must look like to its reader, whichever way it went out.</summary>
internal static class MimeContent
{
    public static void ShouldMatch(ReceivedMail mail, EmailMessage sent)
    {
        mail.MessageId.ShouldBe(sent.MessageId);
        mail.From.ShouldBe(new MailPerson(sent.From.Address, sent.From.DisplayName));
        mail.To.ShouldBe(new MailPerson(sent.To.Address, sent.To.DisplayName));
        mail.RecipientCount.ShouldBe(1);
        mail.Subject.ShouldBe(sent.Subject);
        Lines(mail.Text).ShouldBe(Lines(sent.TextBody));
        Lines(mail.Html).ShouldBe(Lines(sent.HtmlBody));
        mail.ContentType.ShouldBe("multipart/alternative");
        mail.Source.IndexOf("text/plain", StringComparison.Ordinal)
            .ShouldBeLessThan(mail.Source.IndexOf("text/html", StringComparison.Ordinal));
        mail.AutoSubmitted.ShouldBe("auto-generated");
        mail.Date.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(5));
        mail.Source.Split("\r\n").ShouldAllBe(line => line.Length <= 998 && !line.Contains('\n'));
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');
}
