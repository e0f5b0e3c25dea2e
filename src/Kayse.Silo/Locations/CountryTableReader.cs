using System.IO.Compression;
using System.Text;

namespace Kayse.Silo.Locations;

/// <summary>
/// Reads the table as the script packs it, compressed: the names of the countries, then for IPv4 and for IPv6 the number of stretches, how far each starts behind the one before, and
/// the number of its country. Numbers are written seven bits a byte, the lowest first, the highest bit telling whether more follow.
/// </summary>
internal sealed class CountryTableReader
{
    private readonly byte[] _bytes;
    private int _position;

    private CountryTableReader(byte[] bytes) => _bytes = bytes;

    public static CountryTableReader Open(Stream compressed)
    {
        using var plain = new BrotliStream(compressed, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        plain.CopyTo(bytes);
        return new CountryTableReader(bytes.ToArray());
    }

    public string[] ReadNames() => Encoding.UTF8.GetString(ReadBytes((int)ReadNumber())).Split('\n');

    public Stretches<T> ReadStretches<T>(Func<ulong, T> startOf)
        where T : struct, IComparable<T>
    {
        var starts = new T[ReadNumber()];
        var start = 0ul;
        for (var i = 0; i < starts.Length; i++)
            starts[i] = startOf(start += ReadNumber());
        return new Stretches<T>(starts, ReadBytes(starts.Length).ToArray());
    }

    private ReadOnlySpan<byte> ReadBytes(int count) => _bytes.AsSpan((_position += count) - count, count);

    private ulong ReadNumber()
    {
        var number = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var part = _bytes[_position++];
            number |= (ulong)(part & 127) << shift;
            if (part < 128)
                return number;
        }
    }
}
