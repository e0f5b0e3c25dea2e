namespace Kayse.Grains.Webhooks;

/// <summary>Sends events to webhooks. Implementations may be used from any number of threads.</summary>
public interface IWebhookTransport
{
    /// <summary>Whether an address is of a form that events may be sent to; where it leads is seen when they are.</summary>
    bool Accepts(Uri url);

    /// <summary>Makes one attempt, of 15 seconds at most. Throws only when it is cancelled.</summary>
    Task<WebhookResponse> SendAsync(WebhookMessage message, CancellationToken ct);
}

/// <summary>An event as it is sent.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Id">By which receivers know an event that they have had before.</param>
/// <param name="Timestamp">When this attempt is made, in seconds since 1970.</param>
/// <param name="Signatures">One for each secret, separated by spaces.</param>
/// <param name="Body">JSON.</param>
public sealed record WebhookMessage(string Url, string Id, long Timestamp, string Signatures, ReadOnlyMemory<byte> Body)
{
    /// <summary>Without the address, which may hold a secret of the receiver's.</summary>
    public override string ToString() => Id;
}

/// <summary>What came of an attempt.</summary>
/// <param name="Outcome">What.</param>
/// <param name="Status">The status that the receiver answered; null when it didn't answer in full.</param>
/// <param name="RetryAfter">After how long the receiver wants to be asked again; null when it doesn't say.</param>
public sealed record WebhookResponse(WebhookOutcome Outcome, int? Status = null, TimeSpan? RetryAfter = null);
