using System.Buffers.Binary;

namespace Kayse.Grains.Usage;

/// <summary>An accepted event as it is kept, in 41 bytes and the names.</summary>
/// <param name="IdHash">Of its id and metric.</param>
/// <param name="ContentHash">Of all else that it says.</param>
/// <param name="Metric">What is metered.</param>
/// <param name="Quantity">How much.</param>
/// <param name="At">When it was used; in UTC.</param>
/// <param name="ReceivedAt">When it came; in UTC.</param>
/// <param name="UserId">Who used it, or null.</param>
/// <param name="AgentId">The agent that used it, or null.</param>
internal readonly record struct UsageEntry(
    ulong IdHash,
    uint ContentHash,
    UsageMetric Metric,
    decimal Quantity,
    DateTime At,
    DateTime ReceivedAt,
    string? UserId,
    string? AgentId
)
{
    public const int Length = 41;

    private const decimal Unit = 0.000001m;
    private const ushort NoName = ushort.MaxValue;

    /// <summary>Writes it; names are given as their places in a list.</summary>
    public void Write(Span<byte> target, Func<string, int> placeOf)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(target, IdHash);
        BinaryPrimitives.WriteUInt32LittleEndian(target[8..], ContentHash);
        target[12] = (byte)Metric;
        BinaryPrimitives.WriteInt64LittleEndian(target[13..], (long)(Quantity / Unit));
        BinaryPrimitives.WriteInt64LittleEndian(target[21..], At.Ticks);
        BinaryPrimitives.WriteInt64LittleEndian(target[29..], ReceivedAt.Ticks);
        BinaryPrimitives.WriteUInt16LittleEndian(target[37..], PlaceOf(UserId));
        BinaryPrimitives.WriteUInt16LittleEndian(target[39..], PlaceOf(AgentId));

        ushort PlaceOf(string? name) => name is null ? NoName : (ushort)placeOf(name);
    }

    public static UsageEntry Read(ReadOnlySpan<byte> source, IReadOnlyList<string> names)
    {
        return new(
            BinaryPrimitives.ReadUInt64LittleEndian(source),
            BinaryPrimitives.ReadUInt32LittleEndian(source[8..]),
            (UsageMetric)source[12],
            BinaryPrimitives.ReadInt64LittleEndian(source[13..]) * Unit,
            TimeAt(source[21..]),
            TimeAt(source[29..]),
            NameAt(source[37..]),
            NameAt(source[39..])
        );

        string? NameAt(ReadOnlySpan<byte> place) =>
            BinaryPrimitives.ReadUInt16LittleEndian(place) is var number && number == NoName ? null : names[number];
    }

    private static DateTime TimeAt(ReadOnlySpan<byte> ticks) => new(BinaryPrimitives.ReadInt64LittleEndian(ticks), DateTimeKind.Utc);
}
