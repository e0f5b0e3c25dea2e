using Kayse.Grains.Audit;

namespace Kayse.Grains.Webhooks;

/// <summary>
/// What a receiver is told of an event: what happened to what, by ids. Whoever needs to know more asks the API, which
/// knows who may.
/// </summary>
/// <param name="Id">The event's.</param>
/// <param name="Type">One of <see cref="EventTypes"/>, or <see cref="WebhookTypes.Test"/>.</param>
/// <param name="At">When it happened.</param>
/// <param name="Sequence">Its place among the company's events; null for a test.</param>
/// <param name="ActorId">Who did it; null when it came about by itself.</param>
/// <param name="TargetKind">One of <see cref="AuditTargetKinds"/>.</param>
/// <param name="TargetId">What it was done to.</param>
/// <param name="ChangedFields">The names of the fields that differ, without those that are personal.</param>
internal sealed record WebhookEvent(
    string Id,
    string Type,
    DateTimeOffset At,
    long? Sequence,
    string? ActorId,
    string TargetKind,
    string TargetId,
    IReadOnlyList<string> ChangedFields
)
{
    public static WebhookEvent Of(CompanyEvent happened) =>
        new(
            happened.Id,
            happened.Type,
            happened.At,
            happened.Sequence,
            happened.ActorId,
            happened.TargetKind,
            happened.TargetId,
            [.. happened.Changes.Select(change => change.Field)]
        );
}
