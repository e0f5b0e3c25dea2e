using Kayse.Grains.Errors;

namespace Kayse.Grains.Scopes;

/// <summary>Refusals of scopes.</summary>
public static class ScopeErrors
{
    /// <summary>Another scope of the company has the name.</summary>
    public static readonly Refusal NameTaken = new("scope_name_taken", "Another scope has this name.")
    {
        Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["name"] = ["Another scope has this name."] },
    };

    /// <summary>The company has as many scopes as it may have.</summary>
    public static readonly Refusal TooMany = new("scope_limit_reached", "A company can have up to 200 scopes.");

    /// <summary>Deleting the scope would leave people with nothing.</summary>
    public static Refusal InUse(ScopeUse use)
    {
        ArgumentNullException.ThrowIfNull(use);
        return new Refusal(
            "scope_in_use",
            $"Without this scope {use.Describe()} would have no case types at all. Assign other scopes first, or confirm the deletion."
        );
    }
}
