using System.Reflection;

namespace Kayse.WebHost.ReleaseNotes;

/// <summary>All release notes, out of the assembly, the latest first.</summary>
internal sealed class ReleaseNoteLibrary
{
    private const string Prefix = "ReleaseNotes/";

    private static readonly Lazy<IReadOnlyList<ReleaseNote>> _embedded = new(() => [.. Read()]);

    public IReadOnlyList<ReleaseNote> All { get; } = _embedded.Value;

    private static IEnumerable<ReleaseNote> Read()
    {
        var assembly = typeof(ReleaseNoteLibrary).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => ReleaseNoteFile.Parse(Text(assembly, name)))
            .OrderByDescending(note => note.Place, StringComparer.Ordinal);
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
