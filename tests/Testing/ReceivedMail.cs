namespace Kayse.Testing;

/// <summary>
/// A mail as an independent parser reads it. <see cref="Secure"/> and what follows it come from the SMTP session and
/// are empty for a file.
/// </summary>
public sealed record ReceivedMail(
    string MessageId,
    DateTimeOffset Date,
    MailPerson From,
    MailPerson To,
    int RecipientCount,
    string Subject,
    string Text,
    string Html,
    string ContentType,
    IReadOnlyList<string> HeaderNames,
    string? AutoSubmitted,
    string Source,
    bool Secure,
    string? User,
    string? EnvelopeFrom,
    IReadOnlyList<string>? EnvelopeTo
);

/// <summary>An address as it stands in a header.</summary>
public sealed record MailPerson(string Address, string DisplayName);

/// <summary>How far a client came with an <see cref="SmtpPeer"/>, and whether under TLS.</summary>
public sealed record SmtpStep(string Name, bool Secure);
