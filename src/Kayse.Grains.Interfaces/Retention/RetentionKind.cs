namespace Kayse.Grains.Retention;

/// <summary>What a company keeps for a time (CO-14).</summary>
[GenerateSerializer, Alias("kayse.retention-kind")]
public enum RetentionKind
{
    /// <summary>Who signed in or failed to, when, from where.</summary>
    SignInHistory = 0,

    /// <summary>The entries of the audit log.</summary>
    AuditLog = 1,

    /// <summary>The notifications of its members.</summary>
    Notifications = 2,

    /// <summary>Invitations that were accepted, declined or revoked, or have expired.</summary>
    EndedInvitations = 3,
}
