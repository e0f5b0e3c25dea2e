using Kayse.Grains.Errors;

namespace Kayse.Grains.Members;

/// <summary>What a choice of access mode and a list mean together (RO-7).</summary>
internal static class AssignmentRules
{
    /// <summary>
    /// The assignment with a choice applied. Naming something without a mode restricts to it. An empty list without a
    /// mode could mean everything or nothing, and is an error for who is restricted; so is naming something beside
    /// <c>all</c>.
    /// </summary>
    /// <param name="errors">Takes what is wrong with the choice.</param>
    /// <param name="held">What they have so far.</param>
    /// <param name="mode">The mode that was chosen; null when none was.</param>
    /// <param name="ids">The list that was given; null when none was.</param>
    /// <param name="fields">What the contract calls mode and list.</param>
    public static Assignment Apply(
        FieldErrors errors,
        Assignment held,
        AccessMode? mode,
        IReadOnlyList<string>? ids,
        AssignmentFields fields
    )
    {
        switch (mode)
        {
            case AccessMode.All when ids is { Count: > 0 }:
                errors.Add(fields.Ids, $"With {fields.Mode} all, nothing is assigned. Leave this out, or set {fields.Mode} to assigned.");
                return held;
            case AccessMode.All:
                return Assignment.All;
            case not null:
                return new Assignment(AccessMode.Assigned, ids ?? held.Ids);
            case null when ids is null:
                return held;
            case null when ids.Count > 0:
                return new Assignment(AccessMode.Assigned, ids);
        }

        if (held.Mode != AccessMode.All)
            errors.Add(fields.Ids, $"Set {fields.Mode} as well: all for everything, assigned for nothing.");
        return held;
    }
}

/// <summary>The names of an assignment's two fields.</summary>
internal sealed record AssignmentFields(string Mode, string Ids)
{
    public static readonly AssignmentFields Cases = new("caseAccess", "scopeIds");

    public static readonly AssignmentFields Agents = new("agentAccess", "agentIds");
}
