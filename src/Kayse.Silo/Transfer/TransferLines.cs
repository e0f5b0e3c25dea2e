using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kayse.Silo.Transfer;

/// <summary>
/// The lines of a transfer file, each a JSON object: a header with the format's version; records; and an end with the
/// counts of the records and the SHA-256 of all bytes before it. docs/operations.md describes it for those who read it
/// with other programs.
/// </summary>
internal static class TransferLines
{
    private const string Format = "kayse-export";
    private const int Version = 2;

    public static byte[] Header(DateTimeOffset now) =>
        Line(json =>
        {
            json.WriteString("format", Format);
            json.WriteNumber("version", Version);
            json.WriteString("exportedAt", now);
        });

    public static byte[] End(TransferCounts counts, string sha256) =>
        Line(json =>
        {
            json.WriteNumber("keys", counts.Keys);
            json.WriteNumber("states", counts.States);
            json.WriteNumber("reminders", counts.Reminders);
            json.WriteNumber("photos", counts.Photos);
            json.WriteString("sha256", sha256);
        });

    public static byte[] Of(TransferRecord record) =>
        Line(json =>
        {
            switch (record)
            {
                case StateRecord state:
                    json.WriteString("state", state.Name);
                    Write(json, state.Grain);
                    json.WritePropertyName("value");
                    state.Value.WriteTo(json);
                    break;
                case ReminderRecord reminder:
                    json.WriteString("reminder", reminder.Name);
                    Write(json, reminder.Grain);
                    json.WriteString("nextDue", reminder.NextDue);
                    json.WriteString("period", reminder.Period.ToString("c"));
                    break;
                case BlobRecord blob:
                    json.WriteString("photo", blob.Key);
                    json.WriteString("sha256", Sha256(blob.Content.Span));
                    json.WriteBase64String("content", blob.Content.Span);
                    break;
                case KeyRecord key:
                    json.WriteString("protectionKey", key.Xml);
                    break;
            }
        });

    /// <exception cref="TransferException">The file is no export, or one of another version.</exception>
    public static void CheckHeader(JsonElement line)
    {
        if (line.ValueKind is not JsonValueKind.Object || !line.TryGetProperty("format", out var format) || !format.ValueEquals(Format))
            throw new TransferException("This file is not an export.");
        if (line.GetProperty("version").GetInt32() is not Version and var version)
            throw new TransferException($"The file is an export of version {version}; this release reads version {Version}.");
    }

    /// <summary>The counts and the SHA-256 of a line that ends a file; null for any other line.</summary>
    public static (TransferCounts Counts, string Sha256)? ReadEnd(JsonElement line) =>
        line.TryGetProperty("sha256", out var sha256) && !line.TryGetProperty("photo", out _)
            ? (
                new TransferCounts(
                    line.GetProperty("keys").GetInt64(),
                    line.GetProperty("states").GetInt64(),
                    line.GetProperty("reminders").GetInt64(),
                    line.GetProperty("photos").GetInt64()
                ),
                sha256.GetString()!
            )
            : null;

    public static TransferRecord Read(JsonElement line)
    {
        if (line.TryGetProperty("state", out var state))
            return new StateRecord(GrainOf(line), state.GetString()!, line.GetProperty("value"));
        if (line.TryGetProperty("reminder", out var reminder))
            return new ReminderRecord(
                GrainOf(line),
                reminder.GetString()!,
                line.GetProperty("nextDue").GetDateTime(),
                TimeSpan.ParseExact(line.GetProperty("period").GetString()!, "c", null)
            );
        if (line.TryGetProperty("photo", out var photo))
            return BlobOf(line, photo.GetString()!);
        return new KeyRecord(line.GetProperty("protectionKey").GetString()!);
    }

    private static BlobRecord BlobOf(JsonElement line, string key)
    {
        var content = line.GetProperty("content").GetBytesFromBase64();
        return line.GetProperty("sha256").ValueEquals(Sha256(content))
            ? new BlobRecord(key, content)
            : throw new FormatException("The photo is not the one that was exported.");
    }

    private static string Sha256(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static GrainId GrainOf(JsonElement line) =>
        GrainId.Create(GrainType.Create(line.GetProperty("type").GetString()!), IdSpan.Create(line.GetProperty("key").GetString()!));

    private static void Write(Utf8JsonWriter json, GrainId grain)
    {
        json.WriteString("type", grain.Type.ToString());
        json.WriteString("key", grain.Key.ToString());
    }

    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        return line.WrittenSpan.ToArray();
    }
}
