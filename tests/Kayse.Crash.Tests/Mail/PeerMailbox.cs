using Kayse.Testing;

namespace Kayse.Crash.Mail;

/// <summary>Reads what the mail server for tests has received.</summary>
internal sealed class PeerMailbox(SmtpPeer peer) : Mailbox
{
    private int _read;

    protected override IEnumerable<MailedLink> Arrived()
    {
        var received = peer.Received;
        foreach (var mail in received.Skip(_read))
            yield return new MailedLink(mail.MessageId, MailedLink.TokenIn(mail.Text));
        _read = received.Count;
    }
}
