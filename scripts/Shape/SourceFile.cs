namespace Kayse.Shape;

/// <summary>A C# or Razor file.</summary>
/// <param name="Path">From the root of the repository, with slashes.</param>
/// <param name="Text">Its content.</param>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>The lines without their ends; the last one isn't empty.</summary>
    public IReadOnlyList<string> Lines { get; } = Text.TrimEnd('\n').Split('\n');

    /// <summary>The first two folders: <c>src/Kayse.Grains</c>.</summary>
    public string Project { get; } = string.Join('/', Path.Split('/').Take(2));

    public bool IsTest { get; } = Path.StartsWith("tests/", StringComparison.Ordinal);

    public bool IsRazor { get; } = Path.EndsWith(".razor", StringComparison.Ordinal);

    /// <summary>The name of the file without folders and extension.</summary>
    public string Name { get; } = System.IO.Path.GetFileNameWithoutExtension(Path);
}
