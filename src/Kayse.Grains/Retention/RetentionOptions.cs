namespace Kayse.Grains.Retention;

/// <summary>How long companies may keep what; section <c>Kayse:Retention</c>.</summary>
public sealed class RetentionOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Retention";

    /// <summary>The sign-in history.</summary>
    public RetentionLimits SignInHistory { get; } =
        new()
        {
            DefaultDays = 90,
            MinimumDays = 30,
            MaximumDays = 730,
        };

    /// <summary>The audit log.</summary>
    public RetentionLimits AuditLog { get; } = new() { MinimumDays = 365 };

    /// <summary>Notifications.</summary>
    public RetentionLimits Notifications { get; } =
        new()
        {
            DefaultDays = 90,
            MinimumDays = 14,
            MaximumDays = 365,
        };

    /// <summary>Ended invitations.</summary>
    public RetentionLimits EndedInvitations { get; } =
        new()
        {
            DefaultDays = 30,
            MinimumDays = 7,
            MaximumDays = 365,
        };

    /// <summary>The limits of a kind.</summary>
    public RetentionLimits Of(RetentionKind kind) =>
        kind switch
        {
            RetentionKind.SignInHistory => SignInHistory,
            RetentionKind.AuditLog => AuditLog,
            RetentionKind.Notifications => Notifications,
            RetentionKind.EndedInvitations => EndedInvitations,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
