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

    /// <summary>Everything that can be granted, in the order in which lists show it.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        ReadMembers, InviteMembers, UpdateMembers, RemoveMembers,
        "agents.edit", "agents.advanced_editor", "crm.access", "billing.read", "recordings.listen",
    ];

    private static readonly FrozenSet<string> _known = All.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether there is such a permission.</summary>
    public static bool IsKnown(string permission) => _known.Contains(permission);

    /// <summary>What a role holds without a grant: Admin and above everything, a User nothing.</summary>
    public static IReadOnlyList<string> Of(Role role) => role >= Role.Admin ? All : [];
}
