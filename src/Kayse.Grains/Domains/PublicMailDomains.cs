using System.Collections.Frozen;

namespace Kayse.Grains.Domains;

/// <summary>Domains where anybody can have an email address, which therefore are no company's.</summary>
internal static class PublicMailDomains
{
    private static readonly Lazy<FrozenSet<string>> _domains = new(Read);

    public static bool Contains(string domain) => _domains.Value.Contains(domain);

    private static FrozenSet<string> Read()
    {
        using var resource =
            typeof(PublicMailDomains).Assembly.GetManifestResourceStream("public-mail-domains.txt")
            ?? throw new InvalidOperationException("The list of public mail domains is not in the assembly.");
        using var reader = new StreamReader(resource);
        var list = new List<string>();
        while (reader.ReadLine() is { } line)
            list.Add(line);
        return list.ToFrozenSet(StringComparer.Ordinal);
    }
}
