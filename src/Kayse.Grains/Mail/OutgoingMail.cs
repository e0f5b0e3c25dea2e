using System.Text.Json.Serialization;
using Kayse.Grains.Subscriptions;

namespace Kayse.Grains.Mail;

/// <summary>
/// An email to one person, to be sent once. It never holds the secret of its link: that is handed to the outbox beside
/// it.
/// </summary>
/// <param name="Id">Unique and stable; the Message-ID is made of it.</param>
/// <param name="To">Address.</param>
/// <param name="ToName">Name of the addressee, whom it greets.</param>
/// <param name="Email">What it says.</param>
/// <param name="NotAfter">From when on sending it would be pointless.</param>
[GenerateSerializer, Immutable, Alias("kayse.outgoing-mail")]
internal sealed record OutgoingMail(
    [property: Id(0)] string Id,
    [property: Id(1)] string To,
    [property: Id(2)] string ToName,
    [property: Id(3)] Email Email,
    [property: Id(4)] DateTimeOffset NotAfter
)
{
    /// <summary>A file that goes with it; null when there is none.</summary>
    [Id(5)]
    public StoredAttachment? Attachment { get; init; }

    /// <summary>The company that it is about; null for a mail that is between the person and Kayse alone.</summary>
    [Id(6)]
    public MailCompany? Company { get; init; }

    /// <summary>
    /// What its recipient can turn off so as to get no more of its kind; then its secret is the token of their link. Null
    /// when they can't turn it off.
    /// </summary>
    [JsonIgnore]
    public SubscriptionKind? Subscription => Email.Subscription;

    public override string ToString() => $"{nameof(OutgoingMail)} {Id}";
}
