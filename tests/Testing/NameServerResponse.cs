using System.Buffers.Binary;
using System.Text;

namespace Kayse.Testing;

/// <summary>What a <see cref="LocalNameServer"/> says of a name, true or not.</summary>
public sealed record NameServerResponse
{
    private const ushort Text = 16;
    private const ushort Alias = 5;
    private const int MaxPart = 255;
    private const int MaxDatagram = 512;

    /// <summary>There is no such name (NXDOMAIN).</summary>
    public static NameServerResponse NoSuchName { get; } = new() { Code = 3 };

    /// <summary>The server failed (SERVFAIL).</summary>
    public static NameServerResponse Failure { get; } = new() { Code = 2 };

    /// <summary>Nothing at all.</summary>
    public static NameServerResponse Silence { get; } = new() { IsSilent = true };

    /// <summary>Bytes that are no message.</summary>
    public static NameServerResponse Garbage { get; } = new() { IsGarbage = true };

    /// <summary>The TXT records; none when the name has others only.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The name that the records are of; null: the one that was asked for.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether the name is an alias of <see cref="Owner"/>.</summary>
    public bool IsAlias { get; init; }

    /// <summary>Whether it answers another question than the one that was asked.</summary>
    public bool HasWrongId { get; init; }

    /// <summary>How long it takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The response code (RFC 1035).</summary>
    public byte Code { get; init; }

    private bool IsSilent { get; init; }

    private bool IsGarbage { get; init; }

    public static NameServerResponse Of(params IReadOnlyList<string> texts) => new() { Texts = texts };

    internal byte[]? Write(ReadOnlySpan<byte> question, string name, bool isUdp)
    {
        if (IsSilent)
            return null;
        if (IsGarbage)
            return [0xC0, 0x0C, .. question[..4], 0xFF];
        var owner = Owner ?? name;
        List<byte[]> records = [.. Texts.Select(text => Record(owner, Text, [.. Parts(text)]))];
        if (IsAlias)
            records.Insert(0, Record(name, Alias, Name(owner)));
        byte[] answer =
        [
            .. Header(question, records.Count, isTruncated: false),
            .. question[12..],
            .. records.SelectMany(record => record),
        ];
        return isUdp && answer.Length > MaxDatagram ? [.. Header(question, 0, isTruncated: true), .. question[12..]] : answer;
    }

    private byte[] Header(ReadOnlySpan<byte> question, int records, bool isTruncated)
    {
        var header = new byte[12];
        question[..2].CopyTo(header);
        if (HasWrongId)
            header[0] ^= 0xFF;
        header[2] = (byte)(isTruncated ? 0x83 : 0x81);
        header[3] = (byte)(0x80 | Code);
        header[5] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(6), (ushort)records);
        return header;
    }

    private static byte[] Record(string owner, ushort type, byte[] data)
    {
        var fields = new byte[10];
        BinaryPrimitives.WriteUInt16BigEndian(fields, type);
        fields[3] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(fields.AsSpan(8), (ushort)data.Length);
        return [.. Name(owner), .. fields, .. data];
    }

    private static byte[] Name(string name) =>
        [.. name.Split('.').SelectMany(label => (byte[])[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];

    private static IEnumerable<byte> Parts(string text) =>
        Encoding.UTF8.GetBytes(text).Chunk(MaxPart).SelectMany(part => (byte[])[(byte)part.Length, .. part]);
}
