using System.Buffers.Binary;
using SkiaSharp;

namespace Kayse.Grains.Images;

/// <summary>Which side of a PNG picture is up, from its <c>eXIf</c> chunk, which SkiaSharp doesn't read.</summary>
internal static class PngOrientation
{
    private const int Signature = 8;
    private const int Frame = 12;
    private const int EntryLength = 12;
    private const ushort Tag = 0x0112;

    /// <summary>
    /// <see cref="SKEncodedOrigin.TopLeft"/>, which is upright, when nothing is said or what is said can't be read.
    /// </summary>
    public static SKEncodedOrigin Find(ReadOnlySpan<byte> file)
    {
        for (var rest = file[Signature..]; rest.Length >= Frame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - Frame)
                break;
            if (rest[4..8].SequenceEqual("eXIf"u8))
                return FindInNotes(rest.Slice(8, (int)length));
            rest = rest[(Frame + (int)length)..];
        }

        return SKEncodedOrigin.TopLeft;
    }

    // The notes are a TIFF file, whose first directory has the tag.
    private static SKEncodedOrigin FindInNotes(ReadOnlySpan<byte> notes)
    {
        if (notes.Length < 8 || (!notes.StartsWith("II*\0"u8) && !notes.StartsWith("MM\0*"u8)))
            return SKEncodedOrigin.TopLeft;
        var isLittle = notes[0] == (byte)'I';
        var start = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(notes[4..]) : BinaryPrimitives.ReadUInt32BigEndian(notes[4..]);
        if (start > notes.Length - 2)
            return SKEncodedOrigin.TopLeft;
        var directory = notes[(int)start..];
        var count = Read(directory, isLittle);
        for (var entry = directory[2..]; count > 0 && entry.Length >= EntryLength; entry = entry[EntryLength..], count--)
        {
            if (Read(entry, isLittle) == Tag)
                return Read(entry[8..], isLittle) is >= 1 and <= 8 and var orientation
                    ? (SKEncodedOrigin)orientation
                    : SKEncodedOrigin.TopLeft;
        }

        return SKEncodedOrigin.TopLeft;
    }

    private static ushort Read(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
