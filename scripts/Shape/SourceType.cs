using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kayse.Shape;

/// <summary>A type with all its partial declarations.</summary>
public sealed record SourceType(string Project, string FullName, IReadOnlyList<TypePart> Parts)
{
    public string Name => FullName[(FullName.LastIndexOf('.') + 1)..];

    /// <summary>Of all parts together, without the doc comment.</summary>
    public int Lines => Parts.Sum(part => part.Lines);

    public bool IsTest => Parts[0].File.IsTest;

    /// <summary>Whether it derives from an interface such as <c>IGrainWithStringKey</c>.</summary>
    public bool IsGrainInterface =>
        Syntax<InterfaceDeclarationSyntax>()
            .Any(type =>
                type.BaseList?.Types.Any(based => based.Type.ToString().StartsWith("IGrainWith", StringComparison.Ordinal)) == true
            );

    public bool IsGrain => Name.EndsWith("Grain", StringComparison.Ordinal) && Syntax<ClassDeclarationSyntax>().Any();

    /// <summary>A static class of decisions, named <c>…Rules</c>.</summary>
    public bool IsRules => Name.EndsWith("Rules", StringComparison.Ordinal) && Syntax<ClassDeclarationSyntax>().Any();

    public int PublicMethods => Methods.Count(IsPublic);

    public int OtherMethods => Methods.Count(method => !IsPublic(method));

    private IEnumerable<MethodDeclarationSyntax> Methods =>
        Syntax<TypeDeclarationSyntax>().SelectMany(type => type.Members.OfType<MethodDeclarationSyntax>());

    private bool IsPublic(MethodDeclarationSyntax method) =>
        Syntax<InterfaceDeclarationSyntax>().Any() || method.Modifiers.Any(SyntaxKind.PublicKeyword);

    private IEnumerable<T> Syntax<T>()
        where T : TypeDeclarationSyntax => Parts.Select(part => part.Syntax).OfType<T>();
}

/// <summary>One declaration of a type.</summary>
/// <param name="File">Where it is.</param>
/// <param name="FullName">With the namespace; of a Razor file its name.</param>
/// <param name="Lines">From the first attribute or keyword to the closing brace; of a Razor file all lines.</param>
/// <param name="Syntax">Null for enumerations and Razor files.</param>
public sealed record TypePart(SourceFile File, string FullName, int Lines, TypeDeclarationSyntax? Syntax);
