using Kayse.Grains.Retention;

namespace Kayse.WebHost.Retention;

/// <summary>Replaces a company's retention periods; null or absent for the default.</summary>
internal sealed class RetentionRequest
{
    /// <summary>Days to keep the sign-in history.</summary>
    public int? SignInHistoryDays { get; init; }

    /// <summary>Days to keep entries of the audit log.</summary>
    public int? AuditLogDays { get; init; }

    /// <summary>Days to keep notifications, from when they arrive.</summary>
    public int? NotificationDays { get; init; }

    /// <summary>Days to keep invitations, from when they end or expire.</summary>
    public int? EndedInvitationDays { get; init; }

    public SetRetention ToCommand(long? expectedVersion) =>
        new(new(SignInHistoryDays, AuditLogDays, NotificationDays, EndedInvitationDays), expectedVersion);
}

/// <summary>How long a company keeps data.</summary>
/// <param name="SignInHistory">The sign-in history.</param>
/// <param name="AuditLog">The entries of the audit log.</param>
/// <param name="Notifications">Notifications, from when they arrive.</param>
/// <param name="EndedInvitations">Invitations, from when they end or expire.</param>
internal sealed record RetentionResponse(
    RetentionPeriodResponse SignInHistory,
    RetentionPeriodResponse AuditLog,
    RetentionPeriodResponse Notifications,
    RetentionPeriodResponse EndedInvitations
)
{
    public static RetentionResponse Of(RetentionView view) =>
        new(
            RetentionPeriodResponse.Of(view[RetentionKind.SignInHistory]),
            RetentionPeriodResponse.Of(view[RetentionKind.AuditLog]),
            RetentionPeriodResponse.Of(view[RetentionKind.Notifications]),
            RetentionPeriodResponse.Of(view[RetentionKind.EndedInvitations])
        );
}

/// <summary>How long data of one kind is kept.</summary>
/// <param name="Days">The days that apply; null for no end.</param>
/// <param name="ChosenDays">What the company has chosen; null for the default.</param>
/// <param name="DefaultDays">What applies without a choice; null for no end.</param>
/// <param name="MinimumDays">The shortest period that can be chosen.</param>
/// <param name="MaximumDays">The longest period that can be chosen.</param>
internal sealed record RetentionPeriodResponse(int? Days, int? ChosenDays, int? DefaultDays, int MinimumDays, int MaximumDays)
{
    public static RetentionPeriodResponse Of(RetentionPeriod period) =>
        new(period.Days, period.ChosenDays, period.DefaultDays, period.MinimumDays, period.MaximumDays);
}
