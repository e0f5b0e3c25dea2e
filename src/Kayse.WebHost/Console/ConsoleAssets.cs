using System.IO.Compression;
using System.Security.Cryptography;

namespace Kayse.WebHost.Console;

/// <summary>
/// The stylesheet, the script and the icons: files out of the assembly, compressed once. Their addresses hold a hash of
/// what is in them, so that a browser may keep them for ever.
/// </summary>
internal sealed class ConsoleAssets
{
    private static readonly (string File, string ContentType)[] _files =
    [
        ("console.css", "text/css; charset=utf-8"),
        ("console.js", "text/javascript; charset=utf-8"),
        ("icons.svg", "image/svg+xml"),
        ("favicon.svg", "image/svg+xml"),
    ];

    private static readonly Lazy<Dictionary<string, ConsoleAsset>> _embedded = new(() =>
        _files.ToDictionary(entry => entry.File, entry => Read(entry.File, entry.ContentType), StringComparer.Ordinal)
    );

    private readonly Dictionary<string, ConsoleAsset> _assets = _embedded.Value;

    /// <summary>The address of a file.</summary>
    public string this[string file] => _assets[file].Path;

    /// <summary>All of them.</summary>
    public IEnumerable<ConsoleAsset> All => _assets.Values;

    private static ConsoleAsset Read(string file, string contentType)
    {
        using var resource =
            typeof(ConsoleAssets).Assembly.GetManifestResourceStream($"Console/{file}")
            ?? throw new InvalidOperationException($"{file} is not in the assembly.");
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
        return new ConsoleAsset(
            $"/assets/{Path.GetFileNameWithoutExtension(file)}.{hash}{Path.GetExtension(file)}",
            contentType,
            content,
            Compress(content)
        );
    }

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
            brotli.Write(content);
        return compressed.ToArray();
    }
}

/// <summary>A file that pages load.</summary>
/// <param name="Path">Its address.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Compressed">The same, compressed with Brotli.</param>
internal sealed record ConsoleAsset(string Path, string ContentType, byte[] Content, byte[] Compressed);
