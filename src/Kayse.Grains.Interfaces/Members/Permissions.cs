using System.Collections.Frozen;

namespace Kayse.Grains.Members;

/// <summary>The fine-grained permissions (RO-3), as the contract spells them.</summary>
public static class Permissions
{
    /// <summary>See the members of the company.</summary>
    public const string ReadMembers = "members.read";

    /// <summary>Invite people; a User with it invites Users only.</summary>
    public const string InviteMembers = "members.invite";

    /// <summary>Edit members.</summary>
    public const string UpdateMembers = "members.update";

    /// <summary>Deactivate and remove members.</summary>
    public const string RemoveMembers = "members.remove";

    /// <summary>See what the company pays; an Admin has it only when it is granted.</summary>
    public const string ReadBilling = "billing.read";

    /// <summary>
    /// Change what the company pays and how; only a Super Admin has it, and nobody can be granted it.
    /// </summary>
    public const string ManageBilling = "billing.manage";

    /// <summary>Everything that can be granted, in the order in which lists show it.</summary>
    public static readonly IReadOnlyList<string> Grantable =
    [
        ReadMembers,
        InviteMembers,
        UpdateMembers,
        RemoveMembers,
        "agents.edit",
        "agents.advanced_editor",
        "crm.access",
        ReadBilling,
        "recordings.listen",
    ];

    /// <summary>Those that make sense for a single agent: what exceptions for agents are made of.</summary>
    public static readonly IReadOnlyList<string> OfAgents = ["agents.edit", "agents.advanced_editor", "recordings.listen"];

    /// <summary>Every permission that there is, in the order in which lists show it.</summary>
    public static readonly IReadOnlyList<string> All = [.. Grantable, ManageBilling];

    private static readonly IReadOnlyList<string> _ofAdmin = [.. Grantable.Where(permission => permission != ReadBilling)];
    private static readonly FrozenSet<string> _known = All.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether there is such a permission.</summary>
    public static bool IsKnown(string permission) => _known.Contains(permission);

    /// <summary>Whether it can be granted.</summary>
    public static bool IsGrantable(string permission) => IsKnown(permission) && permission != ManageBilling;

    /// <summary>
    /// What a role holds without a grant: a Super Admin everything, an Admin everything but billing, a User nothing.
    /// </summary>
    public static IReadOnlyList<string> Of(Role role) =>
        role switch
        {
            Role.SuperAdmin => All,
            Role.Admin => _ofAdmin,
            _ => [],
        };

    /// <summary>Those of the permissions that the role doesn't bring: what there is to grant.</summary>
    public static IReadOnlyList<string> Beyond(Role role, IReadOnlyList<string> permissions) =>
        [.. Grantable.Where(permissions.Contains).Except(Of(role), StringComparer.Ordinal)];
}
