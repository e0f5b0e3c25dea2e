using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kayse.Grains.Push;

/// <summary>What a device gets of a message.</summary>
internal static class PushPayload
{
    /// <summary>In bytes, so that it fits with what push services add.</summary>
    public const int MaxLength = 3 * 1024;

    private const int TopicBytes = 24;

    /// <summary>
    /// As JSON: the id, the title and what a click opens; the body only when the person allows it, and shortened when it
    /// would be too long.
    /// </summary>
    public static string Of(PushNote note, bool isContentAllowed)
    {
        var payload = new PushPayloadJson(note.Id, note.Title, note.NotificationId);
        var whole = Write(payload with { Body = isContentAllowed ? note.Body : null });
        if (Encoding.UTF8.GetByteCount(whole) <= MaxLength || note.Body is not { } body)
            return whole;
        // What is written of a character is longer than the character at times, so it is found by trying.
        var (fits, tooLong) = (0, body.Length);
        while (tooLong - fits > 1)
        {
            var half = (fits + tooLong) / 2;
            (fits, tooLong) =
                Encoding.UTF8.GetByteCount(Write(payload with { Body = Shortened(body, half) })) <= MaxLength
                    ? (half, tooLong)
                    : (fits, half);
        }

        return Write(payload with { Body = Shortened(body, fits) });
    }

    /// <summary>
    /// The case as a topic: the same for messages of one case to one device, and nothing that the push service could
    /// know the case by. Null when there is none.
    /// </summary>
    public static string? TopicOf(PushNote note, string auth) =>
        note.CaseId is { } caseId
            ? Base64Url.EncodeToString(
                HMACSHA256.HashData(Encoding.UTF8.GetBytes(auth), Encoding.UTF8.GetBytes(caseId)).AsSpan(0, TopicBytes)
            )
            : null;

    private static string Write(PushPayloadJson payload) =>
        JsonSerializer.Serialize(payload, PushPayloadJsonContext.Default.PushPayloadJson);

    private static string Shortened(string text, int length) =>
        string.Concat(text.AsSpan(0, length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), "…");
}

/// <param name="Id">By which the device knows a message that it has shown.</param>
/// <param name="Title">One line.</param>
/// <param name="Notification">The notification that a click opens; null: the list.</param>
internal sealed record PushPayloadJson(string Id, string Title, string? Notification)
{
    public string? Body { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(PushPayloadJson))]
internal sealed partial class PushPayloadJsonContext : JsonSerializerContext;
