namespace Kayse.WebHost.Console.Design;

/// <summary>What permissions let people do, in words.</summary>
public static class PermissionWords
{
    /// <summary>What somebody with it may do; the permission's own name when it is a new one.</summary>
    public static string Of(string permission) =>
        permission switch
        {
            "members.read" => "See staff",
            "members.invite" => "Invite people",
            "members.update" => "Edit staff",
            "members.remove" => "Deactivate and remove staff",
            "agents.edit" => "Edit agents",
            "agents.advanced_editor" => "Use the advanced agent editor",
            "crm.access" => "Use the CRM",
            "billing.read" => "See billing and usage",
            "billing.manage" => "Manage billing",
            "recordings.listen" => "Listen to recordings",
            _ => permission,
        };
}
