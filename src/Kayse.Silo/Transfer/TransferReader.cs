using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kayse.Silo.Transfer;

/// <summary>
/// Reads a transfer file line by line. What it gives is to be believed only when it has come to its end without an
/// exception.
/// </summary>
internal static class TransferReader
{
    // A state has half a mebibyte; escaped, some times that.
    private const int LongestLine = 16 << 20;

    /// <summary>Reads all of it, and answers what it holds.</summary>
    /// <exception cref="TransferException">The file is damaged, cut, or no export of this version.</exception>
    public static async Task<TransferCounts> CheckAsync(string path, CancellationToken cancellationToken)
    {
        var counts = new TransferCounts();
        await foreach (var record in ReadAsync(path, cancellationToken))
            counts = counts.With(record);
        return counts;
    }

    /// <exception cref="TransferException">The file is damaged, cut, or no export of this version.</exception>
    public static async IAsyncEnumerable<TransferRecord> ReadAsync(
        string path,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (number, counts, isComplete) = (0L, new TransferCounts(), false);
        await foreach (var bytes in LinesAsync(path, cancellationToken))
        {
            number++;
            if (isComplete)
                throw Damaged(number, "follows the end");
            var line = Parse(bytes, number);
            if (number == 1)
                TransferLines.CheckHeader(line);
            else if (Understood(() => TransferLines.ReadEnd(line), number) is { } end)
                isComplete = EndsWith(end, counts, hash.GetHashAndReset());
            else
            {
                var record = Understood(() => TransferLines.Read(line), number);
                counts = counts.With(record);
                yield return record;
            }

            hash.AppendData(bytes);
        }

        if (!isComplete)
            throw new TransferException("The file is incomplete: its last line is missing.");
    }

    private static bool EndsWith((TransferCounts Counts, string Sha256) end, TransferCounts counts, byte[] sha256) =>
        end.Counts == counts && end.Sha256 == Convert.ToHexStringLower(sha256)
            ? true
            : throw new TransferException("The file is damaged: its checksum or its line count doesn't match.");

    private static JsonElement Parse(byte[] line, long number) => Understood(() => JsonElement.Parse(line), number);

    private static T Understood<T>(Func<T> read, long number)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw Damaged(number, "can't be read");
        }
    }

    private static TransferException Damaged(long line, string what) => new($"The file is damaged: line {line} {what}.");

    private static async IAsyncEnumerable<byte[]> LinesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            1,
            FileOptions.Asynchronous | FileOptions.SequentialScan
        );
        var reader = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 1 << 20));
        for (var isOver = false; !isOver;)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } feed)
            {
                var next = buffer.GetPosition(1, feed);
                yield return buffer.Slice(0, next).ToArray();
                buffer = buffer.Slice(next);
            }

            isOver = result.IsCompleted;
            if (buffer.Length > LongestLine || (isOver && buffer.Length > 0))
                throw new TransferException("The file is damaged or incomplete: a line has no end.");
            reader.AdvanceTo(buffer.Start, buffer.End);
        }

        await reader.CompleteAsync();
    }
}
