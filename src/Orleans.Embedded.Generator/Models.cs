using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Orleans.Embedded.Generator;

/// <summary>A grain interface, reduced to text, so that the incremental pipeline can compare it.</summary>
internal sealed record InterfaceModel(string Name, string ReferenceName, string Source, ProblemModel? Problem);

/// <summary>A grain class.</summary>
internal sealed record ClassModel(string Name, ProblemModel? Problem);

/// <summary>Something that is reported as a compile error, with where it is.</summary>
internal sealed record ProblemModel(string Id, string Message, string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static ProblemModel At(ISymbol symbol, string id, string message)
    {
        var location = symbol.Locations[0];
        var lines = location.GetLineSpan();
        return new ProblemModel(id, message, lines.Path, location.SourceSpan, lines.Span);
    }

    public Diagnostic ToDiagnostic()
    {
        var descriptor = new DiagnosticDescriptor(Id, "Grain cannot be used", "{0}", "Orleans.Embedded", DiagnosticSeverity.Error, isEnabledByDefault: true);
        return Diagnostic.Create(descriptor, Location.Create(Path, Span, Lines), Message);
    }
}
