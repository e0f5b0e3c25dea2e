using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Scopes;

/// <summary>Creates a scope.</summary>
internal sealed class CreateScopeRequest
{
    /// <summary>A name of 1 to 100 characters, unique in the company. Not case-sensitive.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// 1 to 200 case types of 1 to 64 characters each. Not case-sensitive.
    /// </summary>
    public required IReadOnlyList<string> CaseTypes { get; init; }
}

/// <summary>Changes a scope; absent fields stay as they are.</summary>
internal sealed class UpdateScopeRequest
{
    /// <summary>A name of 1 to 100 characters, unique in the company. Not case-sensitive.</summary>
    public Optional<string?> Name { get; init; }

    /// <summary>Replaces the case types: 1 to 200 of 1 to 64 characters each.</summary>
    public Optional<IReadOnlyList<string>?> CaseTypes { get; init; }
}
