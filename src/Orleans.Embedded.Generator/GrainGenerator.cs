using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Orleans.Embedded.Generator;

/// <summary>Writes a reference class for each grain interface of a project, and a manifest of its grain interfaces and classes.</summary>
[Generator]
public sealed class GrainGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var interfaces = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => node is InterfaceDeclarationSyntax { BaseList: not null },
                static (syntax, token) => ReadInterface(syntax.SemanticModel.GetDeclaredSymbol(syntax.Node, token), syntax.Node))
            .Where(static model => model is not null);
        var classes = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax { BaseList: not null },
                static (syntax, token) => ReadClass(syntax.SemanticModel.GetDeclaredSymbol(syntax.Node, token), syntax.Node))
            .Where(static model => model is not null);
        var assembly = context.CompilationProvider.Select(static (compilation, _) => ReadAssembly(compilation));

        context.RegisterSourceOutput(interfaces, static (output, model) => WriteInterface(output, model!));
        context.RegisterSourceOutput(
            interfaces.Collect().Combine(classes.Collect()).Combine(assembly),
            static (output, all) => WriteManifest(output, all.Left.Left!, all.Left.Right!, all.Right));
    }

    private static InterfaceModel? ReadInterface(ISymbol? symbol, SyntaxNode node)
    {
        if (symbol is not INamedTypeSymbol type || !type.IsAddressable() || !IsFirstPart(type, node))
            return null;
        var name = "Reference_" + type.Identifier();
        var @namespace = ReferenceWriter.NamespaceOf(type.ContainingAssembly.Name);
        var source = new ReferenceWriter(type).Write(@namespace, name, out var problem);
        return new InterfaceModel(type.QualifiedName(), $"global::{@namespace}.{name}", source ?? "", problem);
    }

    private static ClassModel? ReadClass(ISymbol? symbol, SyntaxNode node)
    {
        if (symbol is not INamedTypeSymbol { IsAbstract: false } type || !IsGrain(type) || !IsFirstPart(type, node))
            return null;
        var problem = type switch
        {
            _ when type.IsGeneric() => ProblemModel.At(type, "GRAIN007", $"Grain class {type.Name} is generic or nested in a generic type; Orleans.Embedded does not support that"),
            _ when !type.IsReachable() => ProblemModel.At(type, "GRAIN008", $"Grain class {type.Name} must be internal or public, as must the types that it is nested in"),
            _ => null,
        };
        return new ClassModel(type.QualifiedName(), problem);
    }

    private static bool IsGrain(INamedTypeSymbol type)
    {
        for (var part = type.BaseType; part is not null; part = part.BaseType)
        {
            if (part.ToDisplayString() == "Orleans.Runtime.GrainReference")
                return false;
        }

        return type.AllInterfaces.Any(candidate => candidate.ToDisplayString() == "Orleans.IGrain");
    }

    /// <summary>A partial type is seen once for each part.</summary>
    private static bool IsFirstPart(INamedTypeSymbol type, SyntaxNode node)
    {
        // Only parts with a base list are looked at, and the first part of a type may have none.
        var first = type.DeclaringSyntaxReferences.First(part => part.GetSyntax() is TypeDeclarationSyntax { BaseList: not null });
        return first.SyntaxTree == node.SyntaxTree && first.Span == node.Span;
    }

    /// <summary>The assembly's name, and after it those of the assemblies with grains that it refers to; a line each.</summary>
    private static string ReadAssembly(Compilation compilation)
    {
        var parts = compilation.SourceModule.ReferencedAssemblySymbols
            .Where(reference => reference.HasAttribute("Orleans.ApplicationPartAttribute"))
            .Select(reference => reference.Name);
        return string.Join("\n", parts.Prepend(compilation.AssemblyName ?? ""));
    }

    private static void WriteInterface(SourceProductionContext output, InterfaceModel model)
    {
        if (model.Problem is not null)
            output.ReportDiagnostic(model.Problem.ToDiagnostic());
        else
            output.AddSource(model.ReferenceName.Replace("global::", "") + ".g.cs", model.Source);
    }

    private static void WriteManifest(
        SourceProductionContext output, ImmutableArray<InterfaceModel> interfaces, ImmutableArray<ClassModel> classes, string assembly)
    {
        foreach (var type in classes.Where(type => type.Problem is not null))
            output.ReportDiagnostic(type.Problem!.ToDiagnostic());
        var names = assembly.Split('\n');
        var any = interfaces.Length + classes.Length > 0;
        if (!any && names.Length == 1)
            return;
        var text = new StringBuilder("// <auto-generated/>\n#nullable enable\n#pragma warning disable\n\n");
        foreach (var name in any ? names : names.Skip(1))
            text.Append($"[assembly: global::Orleans.ApplicationPart(\"{name}\")]\n");
        if (any)
            WriteManifestClass(text, ReferenceWriter.NamespaceOf(names[0]), interfaces, classes);
        output.AddSource("GrainManifest.g.cs", text.ToString());
    }

    private static void WriteManifestClass(
        StringBuilder text, string @namespace, ImmutableArray<InterfaceModel> interfaces, ImmutableArray<ClassModel> classes)
    {
        text.Append($"[assembly: global::Orleans.CodeGeneration.GrainManifest(typeof(global::{@namespace}.GrainManifest))]\n\n");
        text.Append($"namespace {@namespace};\n\n[global::System.CodeDom.Compiler.GeneratedCode(\"Orleans.Embedded.Generator\", \"1.0\")]\n");
        text.Append("internal sealed class GrainManifest : global::Orleans.CodeGeneration.IGrainManifest\n{\n");
        text.Append("    public void Populate(global::Orleans.CodeGeneration.GrainManifestBuilder manifest)\n    {\n");
        foreach (var type in interfaces.Where(type => type.Problem is null))
            text.Append($"        manifest.AddInterface<{type.Name}>(static (shared, key) => new {type.ReferenceName}(shared, key));\n");
        foreach (var type in classes.Where(type => type.Problem is null))
            text.Append($"        manifest.AddClass<{type.Name}>();\n");
        text.Append("    }\n}\n");
    }
}
