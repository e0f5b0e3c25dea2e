using System.Buffers.Binary;

namespace Kayse.Grains.Images;

/// <summary>Which side of a photo is up, in the notes of a camera (EXIF): all of them that a picture needs.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int EntryLength = 12;

    private static ReadOnlySpan<byte> Identifier => "Exif\0\0"u8;

    /// <summary>2 to 8; null when it is upright, or not said, or the notes are damaged.</summary>
    public static ushort? Find(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith(Identifier))
            return null;
        var notes = segment[Identifier.Length..];
        if (notes.Length < 8 || (!notes.StartsWith("II*\0"u8) && !notes.StartsWith("MM\0*"u8)))
            return null;
        var isLittle = notes[0] == (byte)'I';
        var start = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(notes[4..]) : BinaryPrimitives.ReadUInt32BigEndian(notes[4..]);
        return start <= notes.Length - 2 ? FindIn(notes[(int)start..], isLittle) : null;
    }

    /// <summary>Notes that say this and nothing else.</summary>
    public static byte[] Segment(ushort orientation) =>
    [
        .. Identifier,
        .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1,
        Tag >> 8, Tag & 0xFF, 0, (byte)Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort? FindIn(ReadOnlySpan<byte> directory, bool isLittle)
    {
        var count = Read(directory, isLittle);
        for (var entry = directory[2..]; count > 0 && entry.Length >= EntryLength; entry = entry[EntryLength..], count--)
        {
            if (Read(entry, isLittle) == Tag && Read(entry[2..], isLittle) == Short)
                return Read(entry[8..], isLittle) is >= 2 and <= 8 and var orientation ? orientation : null;
        }

        return null;
    }

    private static ushort Read(ReadOnlySpan<byte> bytes, bool isLittle)
        => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
