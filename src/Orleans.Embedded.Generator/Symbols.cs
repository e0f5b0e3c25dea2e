using Microsoft.CodeAnalysis;

namespace Orleans.Embedded.Generator;

/// <summary>Questions about symbols.</summary>
internal static class Symbols
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string QualifiedName(this ITypeSymbol type) => type.ToDisplayString(Qualified);

    public static bool IsAddressable(this INamedTypeSymbol type)
        => type.AllInterfaces.Any(candidate => candidate.ToDisplayString() == "Orleans.Runtime.IAddressable");

    /// <summary>Whether generated code in the same assembly can name the type.</summary>
    public static bool IsReachable(this INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.ContainingType)
        {
            var hidden = part.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;
            if (hidden || part.IsFileLocal)
                return false;
        }

        return true;
    }

    public static bool IsGeneric(this INamedTypeSymbol type)
        => type.TypeParameters.Length > 0 || (type.ContainingType?.IsGeneric() ?? false);

    public static bool HasAttribute(this ISymbol symbol, string name)
        => symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == name);

    /// <summary>The type's full name as an identifier.</summary>
    public static string Identifier(this INamedTypeSymbol type)
        => new(type.ToDisplayString().Select(c => char.IsLetterOrDigit(c) ? c : '_').ToArray());
}
