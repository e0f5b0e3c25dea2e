namespace Kayse.Grains.Mail;

/// <summary>
/// Mail that must go out, keyed by shard (<see cref="OutboxShards"/>). At least once: a mail that was sent when the
/// process died is sent again under the same Message-ID. Tried again with growing pauses until it is sent, refused for
/// good, or past its time.
/// </summary>
[Alias("kayse.outbox")]
internal interface IOutboxGrain : IGrainWithStringKey
{
    /// <summary>Takes a mail; on disk when the task completes. A mail of the same id is taken once.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="secret">The token of its link, or null when it has none; encrypted before it is stored.</param>
    [Alias("enqueue")]
    Task EnqueueAsync(OutgoingMail mail, string? secret = null);

    /// <summary>Where a mail stands; null when the outbox doesn't have it: it never did, or it has sent it.</summary>
    [Alias("get-delivery")]
    Task<MailDelivery?> GetDeliveryAsync(string mailId);

    /// <summary>Takes back a mail that has not gone out yet. May be repeated.</summary>
    [Alias("withdraw")]
    Task WithdrawAsync(string mailId);
}
