using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Scopes;

/// <summary>Makes a scope.</summary>
internal sealed class CreateScopeRequest
{
    /// <summary>1 to 100 characters; no other scope of the company has it, whatever the case.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// 1 to 200 words of the company's own, 1 to 64 characters each. Upper and lower case make no difference.
    /// </summary>
    public required IReadOnlyList<string> CaseTypes { get; init; }
}

/// <summary>Changes a scope; what is absent stays.</summary>
internal sealed class UpdateScopeRequest
{
    /// <summary>1 to 100 characters; no other scope of the company has it, whatever the case.</summary>
    public Optional<string?> Name { get; init; }

    /// <summary>1 to 200 of 1 to 64 characters each; they replace those that are there.</summary>
    public Optional<IReadOnlyList<string>?> CaseTypes { get; init; }
}
