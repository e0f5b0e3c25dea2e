using System.Security.Cryptography;

namespace Kayse.Silo.Transfer;

/// <summary>
/// Writes a transfer file. It bears another name until it is complete and on disk; disposed before that, it is gone.
/// </summary>
internal sealed class TransferWriter : IAsyncDisposable
{
    private const int BufferSize = 1 << 20;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private TransferWriter(string path)
    {
        _path = path;
        _file = Create(PartialPath);
    }

    public TransferCounts Counts { get; private set; } = new();

    private string PartialPath => _path + ".partial";

    public static async Task<TransferWriter> CreateAsync(string path, DateTimeOffset now)
    {
        if (File.Exists(path))
            throw new TransferException($"{path} already exists. Choose another file name.");
        var writer = new TransferWriter(path);
        await writer.AppendAsync(TransferLines.Header(now));
        return writer;
    }

    public async Task WriteAsync(TransferRecord record)
    {
        await AppendAsync(TransferLines.Of(record));
        Counts = Counts.With(record);
    }

    public async Task CompleteAsync()
    {
        await _file.WriteAsync(TransferLines.End(Counts, Convert.ToHexStringLower(_hash.GetHashAndReset())));
        await _file.FlushAsync();
        _file.Flush(flushToDisk: true);
        await _file.DisposeAsync();
        File.Move(PartialPath, _path);
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        _hash.Dispose();
        File.Delete(PartialPath);
    }

    private async Task AppendAsync(byte[] line)
    {
        _hash.AppendData(line);
        await _file.WriteAsync(line);
    }

    // It holds all that the installation knows, and the keys to it.
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            BufferSize = BufferSize,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
