namespace Kayse.WebHost.Console.Design;

/// <summary>What fields are called whose own names say too little, or too much.</summary>
internal static class FieldNames
{
    private static readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal)
    {
        ["agentIds"] = "Agents",
        ["agentOverrides"] = "Permissions on single agents",
        ["count"] = "Entries",
        ["email"] = "Email address",
        ["expiresAt"] = "Expires",
        ["idleTimeoutMinutes"] = "Longest time unused",
        ["hash"] = "Last hash",
        ["invitationId"] = "Invitation",
        ["invitationLifetimeHours"] = "Invitations expire after",
        ["invitedEmailDomains"] = "Email domains",
        ["postalAddress.lines"] = "Street, building, post box",
        ["rememberMeAllowed"] = "Sessions may be remembered",
        ["scopeIds"] = "Scopes",
        ["seatLimit"] = "Most people",
        ["sessionId"] = "Session",
        ["sessionLifetimeMinutes"] = "Longest session",
        ["trustedDevicesAllowed"] = "Devices may be trusted",
        ["twoFactorGraceDays"] = "Days of grace for two-factor authentication",
        ["twoFactorRequired"] = "Two-factor authentication required",
    };

    public static string? Find(string field) => _labels.GetValueOrDefault(field);
}
