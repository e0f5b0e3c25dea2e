using System.Buffers;

namespace Kayse.Grains.Audit;

/// <summary>
/// Numbers that lie close together, in few bytes: each is stored as its distance from the one before, seven bits a
/// byte.
/// </summary>
internal static class NumberList
{
    public static byte[] Encode(ReadOnlySpan<long> numbers)
    {
        var bytes = new ArrayBufferWriter<byte>(numbers.Length + 16);
        long previous = 0;
        foreach (var number in numbers)
        {
            Write(bytes, number - previous);
            previous = number;
        }

        return bytes.WrittenSpan.ToArray();
    }

    public static long[] Decode(ReadOnlySpan<byte> bytes)
    {
        var numbers = new long[CountOf(bytes)];
        var (at, previous) = (0, 0L);
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = previous += Read(bytes, ref at);
        return numbers;
    }

    // The last byte of a number is the one without the high bit.
    private static int CountOf(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var one in bytes)
            count += one < 0x80 ? 1 : 0;
        return count;
    }

    // The sign goes to the lowest bit, so that small distances backwards are short as well.
    private static void Write(ArrayBufferWriter<byte> bytes, long distance)
    {
        var rest = (ulong)((distance << 1) ^ (distance >> 63));
        var span = bytes.GetSpan(10);
        var length = 0;
        for (; rest >= 0x80; rest >>= 7)
            span[length++] = (byte)(rest | 0x80);
        span[length++] = (byte)rest;
        bytes.Advance(length);
    }

    private static long Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var one = bytes[at++];
            value |= (ulong)(one & 0x7F) << shift;
            if (one < 0x80)
                return (long)(value >> 1) ^ -(long)(value & 1);
        }
    }
}
