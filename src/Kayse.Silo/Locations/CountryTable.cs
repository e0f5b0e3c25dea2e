using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Kayse.Silo.Locations;

/// <summary>
/// The country of every address. Addresses are cut into stretches, each known by where it starts: IPv4 by address, IPv6 by block of /64. Some 5 MB in memory.
/// </summary>
internal sealed class CountryTable
{
    private const string Resource = "Kayse.Silo.Locations.countries.br";
    private readonly string[] _names;
    private readonly Stretches<uint> _ipv4;
    private readonly Stretches<ulong> _ipv6;

    private CountryTable(string[] names, Stretches<uint> ipv4, Stretches<ulong> ipv6) => (_names, _ipv4, _ipv6) = (names, ipv4, ipv6);

    public static CountryTable ReadEmbedded()
    {
        using var stream = typeof(CountryTable).Assembly.GetManifestResourceStream(Resource)!;
        var reader = CountryTableReader.Open(stream);
        var names = reader.ReadNames();
        return new CountryTable(names, reader.ReadStretches(start => (uint)start), reader.ReadStretches(start => start));
    }

    /// <summary>The English name of the country; null when it is in none that is known.</summary>
    public string? Find(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        var country = address.AddressFamily == AddressFamily.InterNetwork
            ? _ipv4.Find(BinaryPrimitives.ReadUInt32BigEndian(bytes))
            : _ipv6.Find(BinaryPrimitives.ReadUInt64BigEndian(bytes));
        return country == 0 ? null : _names[country - 1];
    }
}

/// <summary>Stretches of addresses.</summary>
/// <param name="Starts">Where each starts; they ascend.</param>
/// <param name="Countries">The country of each, from 1; 0 is none.</param>
internal sealed record Stretches<T>(T[] Starts, byte[] Countries)
    where T : struct, IComparable<T>
{
    public byte Find(T address)
    {
        var found = Array.BinarySearch(Starts, address);
        var stretch = found >= 0 ? found : ~found - 1;
        return stretch < 0 ? (byte)0 : Countries[stretch];
    }
}
