using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kayse.Shape;

/// <summary>The C# and Razor files of a working copy, and the types that they declare.</summary>
public sealed record SourceTree(IReadOnlyList<SourceFile> Files, IReadOnlyList<SourceType> Types)
{
    private static readonly string[] _folders = ["src", "tests", "bench", "samples", "scripts"];
    private static readonly string[] _skipped = ["bin", "obj", "node_modules"];

    public static SourceTree Read(string root)
    {
        var files = _folders
            .Select(folder => Path.Combine(root, folder))
            .Where(Directory.Exists)
            .SelectMany(Below)
            .Select(path => new SourceFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        var declarations = files.AsParallel().AsOrdered().SelectMany(DeclarationsIn).ToList();
        var types = declarations
            .GroupBy(part => (part.File.Project, part.FullName))
            .Select(parts => new SourceType(parts.Key.Project, parts.Key.FullName, [.. parts]))
            .ToList();
        return new SourceTree(files, types);
    }

    private static IEnumerable<string> Below(string folder) =>
        Directory
            .EnumerateDirectories(folder)
            .Where(child => !_skipped.Contains(Path.GetFileName(child)))
            .SelectMany(Below)
            .Concat(
                Directory
                    .EnumerateFiles(folder)
                    .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            );

    // Types inside of other types are part of them. A Razor file is a type that has no syntax here.
    private static IEnumerable<TypePart> DeclarationsIn(SourceFile file)
    {
        if (file.IsRazor)
            return [new TypePart(file, file.Name, file.Lines.Count, null)];
        var unit = CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot();
        return unit.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>()
            .Select(type => new TypePart(file, NameOf(type), LinesOf(type), type as TypeDeclarationSyntax));
    }

    private static string NameOf(BaseTypeDeclarationSyntax type) =>
        type.Parent is BaseNamespaceDeclarationSyntax parent ? $"{parent.Name}.{type.Identifier.Text}" : type.Identifier.Text;

    private static int LinesOf(BaseTypeDeclarationSyntax type)
    {
        var span = type.SyntaxTree.GetLineSpan(type.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
