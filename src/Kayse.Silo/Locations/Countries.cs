using System.Collections.Frozen;
using System.Net;
using MaxMind.Db;

namespace Kayse.Silo.Locations;

/// <summary>The country of every public address, from a file that is mapped into memory.</summary>
internal sealed class Countries : IDisposable
{
    private readonly Reader _file = new(
        Path.Combine(AppContext.BaseDirectory, "Locations", "Data", "countries.mmdb"),
        FileAccessMode.MemoryMapped
    );
    private readonly FrozenDictionary<string, string> _names = ReadNames();

    /// <summary>
    /// The English name of the country; null when it is in none that is known. Equal names are one text, which many
    /// sessions share.
    /// </summary>
    public string? Find(IPAddress address) =>
        _file.Find<Dictionary<string, object>>(address)?.GetValueOrDefault("country_code") is string code
            ? _names.GetValueOrDefault(code)
            : null;

    public void Dispose() => _file.Dispose();

    private static FrozenDictionary<string, string> ReadNames()
    {
        using var resource = typeof(Countries).Assembly.GetManifestResourceStream("Kayse.Silo.Locations.names.tsv")!;
        using var text = new StreamReader(resource);
        return text.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
    }
}
