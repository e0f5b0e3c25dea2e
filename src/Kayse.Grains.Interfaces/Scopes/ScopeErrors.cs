using Kayse.Grains.Errors;

namespace Kayse.Grains.Scopes;

/// <summary>Refusals of scopes.</summary>
public static class ScopeErrors
{
    /// <summary>Another scope of the company has the name.</summary>
    public static readonly Refusal NameTaken = new("scope_name_taken", "A scope with this name already exists. Choose another name.")
    {
        Fields = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["name"] = ["A scope with this name already exists. Choose another name."],
        },
    };

    /// <summary>The company has as many scopes as it may have.</summary>
    public static readonly Refusal TooMany = new(
        "scope_limit_reached",
        "Your company already has 200 scopes. Delete one that you no longer need."
    );

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
