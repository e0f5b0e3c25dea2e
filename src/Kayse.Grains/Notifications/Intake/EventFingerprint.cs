using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kayse.Grains.Notifications;

/// <summary>
/// What is remembered of an event for 7 days, in 12 bytes. Two of a company's ids have the same one less often than once
/// in a million years.
/// </summary>
internal static class EventFingerprint
{
    public static ulong OfId(string eventId) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(eventId)));

    public static uint OfContent(NotificationEvent happened) =>
        BinaryPrimitives.ReadUInt32BigEndian(
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(happened, StateJsonContext.Default.NotificationEvent))
        );
}
