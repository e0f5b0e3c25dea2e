namespace Kayse.Grains.Invitations;

/// <summary>How long invitations last; section <c>Kayse:Invitations</c>.</summary>
public sealed class InvitationOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Invitations";

    /// <summary>How long an invitation can be accepted after it was last sent; 1 minute to 30 days.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(24);
}
