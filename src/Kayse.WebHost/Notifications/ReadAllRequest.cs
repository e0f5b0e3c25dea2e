namespace Kayse.WebHost.Notifications;

/// <summary>Marks notifications as read.</summary>
internal sealed class ReadAllRequest
{
    /// <summary>
    /// Only those that arrived until then, that instant included. Without it: all of them.
    /// </summary>
    public DateTimeOffset? Before { get; init; }
}
