namespace Kayse.Client;

/// <summary>The roles. Constants, so that they can stand in <c>[Authorize(Roles = …)]</c>.</summary>
public static class KayseRoles
{
    /// <summary>May do everything, including billing.</summary>
    public const string SuperAdmin = "super_admin";

    /// <summary>May do everything but billing.</summary>
    public const string Admin = "admin";

    /// <summary>Daily work, with the permissions that were granted.</summary>
    public const string User = "user";
}

/// <summary>Whether somebody sees all case types or agents, or only those assigned to them.</summary>
public static class KayseAccess
{
    /// <summary>All of them.</summary>
    public const string All = "all";

    /// <summary>The assigned ones only; none when none is assigned.</summary>
    public const string Assigned = "assigned";
}

/// <summary>The permissions of a person in a company.</summary>
public static class KaysePermissions
{
    /// <summary>See the members of the company.</summary>
    public const string ReadMembers = "members.read";

    /// <summary>Invite people.</summary>
    public const string InviteMembers = "members.invite";

    /// <summary>Edit members.</summary>
    public const string UpdateMembers = "members.update";

    /// <summary>Deactivate and remove members.</summary>
    public const string RemoveMembers = "members.remove";

    /// <summary>Edit agents.</summary>
    public const string EditAgents = "agents.edit";

    /// <summary>Use the advanced editor of agents.</summary>
    public const string UseAdvancedEditor = "agents.advanced_editor";

    /// <summary>Use the CRM.</summary>
    public const string AccessCrm = "crm.access";

    /// <summary>See what the company pays.</summary>
    public const string ReadBilling = "billing.read";

    /// <summary>Change what the company pays and how.</summary>
    public const string ManageBilling = "billing.manage";

    /// <summary>Listen to recordings.</summary>
    public const string ListenToRecordings = "recordings.listen";
}
