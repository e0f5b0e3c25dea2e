using Orleans;

namespace Kayse.Grains.Mail;

/// <summary>
/// One mail to one person. Its bodies may hold links that sign someone in, so it shows only its id when it is logged.
/// </summary>
/// <param name="MessageId">The Message-ID header with its angle brackets, the same at every attempt.</param>
[GenerateSerializer, Immutable, Alias("kayse.email-message")]
public sealed record EmailMessage(
    [property: Id(0)] string MessageId,
    [property: Id(1)] Mailbox From,
    [property: Id(2)] Mailbox To,
    [property: Id(3)] string Subject,
    [property: Id(4)] string TextBody,
    [property: Id(5)] string HtmlBody
)
{
    public override string ToString() => MessageId;
}
