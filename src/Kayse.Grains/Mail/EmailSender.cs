using System.Globalization;

namespace Kayse.Grains.Mail;

/// <summary>Whom all mail comes from (<c>Kayse:Mail:From</c>).</summary>
public sealed record EmailSender(Mailbox From)
{
    /// <summary>The Message-ID of a mail with its angle brackets; the same for the same <paramref name="id"/>.</summary>
    /// <param name="id">Unique among all mails; letters, digits, dots and hyphens.</param>
    public string MessageIdOf(string id) => $"<{id}@{Domain}>";

    private string Domain => new IdnMapping().GetAscii(From.Address[(From.Address.LastIndexOf('@') + 1)..]);
}
