using System.Globalization;

namespace Kayse.Grains.Mail;

/// <summary>Whom all mail comes from (<c>Kayse:Mail:From</c>).</summary>
public sealed record EmailSender(Mailbox From)
{
    /// <summary>
    /// Addresses the content to a person. The same <paramref name="id"/> always gives the same Message-ID.
    /// </summary>
    /// <param name="id">Unique among all mails; letters, digits, dots and hyphens.</param>
    public EmailMessage Compose(string id, Mailbox to, EmailContent content) =>
        new($"<{id}@{Domain}>", From, to, content.Subject, content.Text, content.Html);

    private string Domain => new IdnMapping().GetAscii(From.Address[(From.Address.LastIndexOf('@') + 1)..]);
}
