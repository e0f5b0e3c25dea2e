using Microsoft.CodeAnalysis;

namespace Orleans.Embedded.Generator;

/// <summary>What a grain method returns, and which call of <c>GrainReference</c> carries it.</summary>
internal sealed class MethodShape
{
    private MethodShape(string reply, string call, string? result)
    {
        Reply = reply;
        Call = call;
        Result = result;
    }

    /// <summary>The reply's type.</summary>
    public string Reply { get; }

    /// <summary>The name of the protected method.</summary>
    public string Call { get; }

    /// <summary>The result's type, or null when there is none.</summary>
    public string? Result { get; }

    /// <summary>The shape, or null when the return type cannot cross a grain boundary.</summary>
    public static MethodShape? Of(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
            return new MethodShape("global::System.Threading.Tasks.Task", "Send", null);
        if (method.ReturnType is not INamedTypeSymbol type || type.ContainingNamespace.ToDisplayString() != "System.Threading.Tasks")
            return null;
        var result = type.TypeArguments.Length == 1 ? type.TypeArguments[0].QualifiedName() : null;
        return type.Name switch
        {
            "Task" => new MethodShape(type.QualifiedName(), "CallAsync", result),
            "ValueTask" => new MethodShape(type.QualifiedName(), "CallValueAsync", result),
            _ => null,
        };
    }
}
