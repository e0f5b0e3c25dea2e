namespace Kayse.Testing;

/// <summary>How an <see cref="SmtpPeer"/> behaves.</summary>
public sealed record SmtpPeerOptions
{
    /// <summary>0 for any free one; a peer keeps its port when it is started again.</summary>
    public int Port { get; init; }

    /// <summary>PEM. With a certificate STARTTLS is offered, without one it is not.</summary>
    public string? Certificate { get; init; }

    /// <summary>PEM.</summary>
    public string? Key { get; init; }

    /// <summary>With a user name AUTH is offered and required, without one it is not offered.</summary>
    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>The ways to sign in that are offered.</summary>
    public IReadOnlyList<string> AuthMethods { get; init; } = ["LOGIN", "PLAIN"];

    /// <summary>Whether mail is also taken from who hasn't signed in.</summary>
    public bool AuthOptional { get; init; }

    /// <summary>Whether TLS begins with the first byte.</summary>
    public bool ImplicitTls { get; init; }

    /// <summary>The answer to RCPT TO; null accepts every recipient.</summary>
    public SmtpReply? RecipientReply { get; init; }

    /// <summary>The answer to a whole message; null accepts every message.</summary>
    public SmtpReply? MessageReply { get; init; }

    /// <summary>
    /// The step after which the peer never answers again: <c>connect</c>, <c>secure</c>, <c>auth</c>, <c>mail</c>,
    /// <c>rcpt</c> or <c>data</c>.
    /// </summary>
    public string? HangAt { get; init; }

    /// <summary>Whether the peer takes ASCII addresses only.</summary>
    public bool HideSmtpUtf8 { get; init; }
}

/// <summary>A refusal in SMTP's own terms.</summary>
public sealed record SmtpReply(int Code, string Text);
