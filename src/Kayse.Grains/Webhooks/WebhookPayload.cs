using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kayse.Grains.Webhooks;

/// <summary>The body of an event, by the convention of Standard Webhooks.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Timestamp">When.</param>
/// <param name="Data">To what.</param>
internal sealed record WebhookPayload(string Type, DateTime Timestamp, WebhookData Data)
{
    public static byte[] Of(string companyId, WebhookEvent happened) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new WebhookPayload(
                happened.Type,
                happened.At.UtcDateTime,
                new WebhookData(
                    happened.Id,
                    happened.Sequence,
                    companyId,
                    happened.ActorId,
                    new WebhookTarget(happened.TargetKind, happened.TargetId),
                    happened.ChangedFields
                )
            ),
            WebhookPayloadContext.Default.WebhookPayload
        );
}

/// <param name="Id">The event's id, as in the event feed.</param>
/// <param name="Sequence">By which receivers put events in order, as they may come in another.</param>
internal sealed record WebhookData(
    string Id,
    long? Sequence,
    string CompanyId,
    string? ActorId,
    WebhookTarget Target,
    IReadOnlyList<string> ChangedFields
);

internal sealed record WebhookTarget(string Kind, string Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WebhookPayload))]
internal sealed partial class WebhookPayloadContext : JsonSerializerContext;
