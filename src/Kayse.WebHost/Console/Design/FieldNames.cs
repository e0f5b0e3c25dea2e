namespace Kayse.WebHost.Console.Design;

/// <summary>What fields are called whose own names say too little, or too much.</summary>
internal static class FieldNames
{
    private static readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal)
    {
        ["agentIds"] = "Agents",
        ["agentOverrides"] = "Agent exceptions",
        ["auditLogDays"] = "Audit log (days)",
        ["count"] = "Entries",
        ["deletedEntries"] = "Deleted entries in all",
        ["email"] = "Email address",
        ["endedInvitationDays"] = "Ended invitations (days)",
        ["expiresAt"] = "Expires",
        ["idleTimeoutMinutes"] = "Idle timeout",
        ["hash"] = "Last hash",
        ["invitationId"] = "Invitation",
        ["invitationLifetimeHours"] = "Invitations expire after",
        ["invitedEmailDomains"] = "Allowed email domains",
        ["lastDeletedHash"] = "Hash of the last deleted entry",
        ["notificationDays"] = "Notifications (days)",
        ["paymentId"] = "Payment reference",
        ["postalAddress.lines"] = "Street address",
        ["primaryContactId"] = "Primary contact",
        ["rememberMeAllowed"] = "Allow “Remember me”",
        ["scopeIds"] = "Scopes",
        ["seatLimit"] = "Seat limit",
        ["sessionId"] = "Session",
        ["sessionLifetimeMinutes"] = "Absolute timeout",
        ["signInHistoryDays"] = "Sign-in history (days)",
        ["trustedDevicesAllowed"] = "Allow trusted devices",
        ["twoFactorGraceDays"] = "Two-factor grace period (days)",
        ["twoFactorRequired"] = "Two-factor authentication required",
    };

    public static string? Find(string field) => _labels.GetValueOrDefault(field);
}
