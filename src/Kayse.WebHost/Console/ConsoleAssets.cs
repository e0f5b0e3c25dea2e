using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Kayse.WebHost.Console;

/// <summary>
/// The stylesheet, the scripts, the icons and the font: files out of the assembly, compressed once. Their addresses hold
/// a hash of what is in them, so that a browser may keep them for ever.
/// </summary>
internal sealed class ConsoleAssets
{
    private const string Font = "inter.woff2";
    private const string Stylesheet = "console.css";

    private static readonly string[] _scripts =
    [
        "console.js",
        "notifications.js",
        "push.js",
        "passkeys.js",
        "releases.js",
        "appearance.js",
        "shortcuts.js",
        "branding.js",
        "sign-in.js",
        "sso.js",
    ];

    private static readonly Lazy<Dictionary<string, ConsoleAsset>> _embedded = new(() =>
        Embedded().ToDictionary(asset => asset.File, asset => asset.Asset, StringComparer.Ordinal)
    );

    private readonly Dictionary<string, ConsoleAsset> _assets = _embedded.Value;

    /// <summary>The address of a file.</summary>
    public string this[string file] => _assets[file].Path;

    /// <summary>All of them.</summary>
    public IEnumerable<ConsoleAsset> All => _assets.Values;

    private static IEnumerable<(string File, ConsoleAsset Asset)> Embedded()
    {
        var font = Asset(Font, "font/woff2", Read(Font), isCompressed: true);
        yield return (Font, font);
        // The stylesheet is beside the font, and names it by its address.
        var style = Encoding.UTF8.GetString(Read(Stylesheet)).Replace(Font, Path.GetFileName(font.Path), StringComparison.Ordinal);
        yield return (Stylesheet, Asset(Stylesheet, "text/css; charset=utf-8", Encoding.UTF8.GetBytes(style)));
        foreach (var script in _scripts)
            yield return (script, Asset(script, "text/javascript; charset=utf-8", Read(script)));
        yield return ("icons.svg", Asset("icons.svg", "image/svg+xml", Read("icons.svg")));
        yield return ("favicon.svg", Asset("favicon.svg", "image/svg+xml", Read("favicon.svg")));
    }

    private static ConsoleAsset Asset(string file, string contentType, byte[] content, bool isCompressed = false)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
        return new ConsoleAsset(
            $"/assets/{Path.GetFileNameWithoutExtension(file)}.{hash}{Path.GetExtension(file)}",
            contentType,
            content,
            isCompressed ? null : Compress(content)
        );
    }

    /// <summary>What is in a file.</summary>
    public static byte[] Read(string file)
    {
        using var resource =
            typeof(ConsoleAssets).Assembly.GetManifestResourceStream($"Console/{file}")
            ?? throw new InvalidOperationException($"{file} is not in the assembly.");
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
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
/// <param name="Compressed">The same, compressed with Brotli; null for what is compressed already.</param>
internal sealed record ConsoleAsset(string Path, string ContentType, byte[] Content, byte[]? Compressed);
