namespace Kayse.Grains.Retention;

/// <summary>The periods that a company chooses, in days; null: the operator's default.</summary>
/// <param name="SignInHistory">Of the sign-in history.</param>
/// <param name="AuditLog">Of the audit log.</param>
/// <param name="Notifications">Of notifications, from when they arrived.</param>
/// <param name="EndedInvitations">Of invitations, from when they ended or expired.</param>
[GenerateSerializer, Immutable, Alias("kayse.retention-days")]
public sealed record RetentionDays(
    [property: Id(0)] int? SignInHistory = null,
    [property: Id(1)] int? AuditLog = null,
    [property: Id(2)] int? Notifications = null,
    [property: Id(3)] int? EndedInvitations = null
)
{
    /// <summary>The operator's defaults.</summary>
    public static readonly RetentionDays Default = new();

    /// <summary>What is chosen for a kind.</summary>
    public int? Of(RetentionKind kind) =>
        kind switch
        {
            RetentionKind.SignInHistory => SignInHistory,
            RetentionKind.AuditLog => AuditLog,
            RetentionKind.Notifications => Notifications,
            RetentionKind.EndedInvitations => EndedInvitations,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
