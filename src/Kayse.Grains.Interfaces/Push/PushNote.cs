using Kayse.Grains.Notifications;

namespace Kayse.Grains.Push;

/// <summary>A message for a person's devices, to be shown once on each.</summary>
/// <param name="Id">Unique and stable, up to 200 characters: a device that gets the same one twice shows it once.</param>
/// <param name="CompanyId">The company that it is about; only devices whose session acts there get it.</param>
/// <param name="Title">One line of up to 200 characters.</param>
/// <param name="CreatedAt">When it happened; after 24 hours it is dropped.</param>
[GenerateSerializer, Immutable, Alias("kayse.push-note")]
public sealed record PushNote(
    [property: Id(0)] string Id,
    [property: Id(1)] string CompanyId,
    [property: Id(2)] string Title,
    [property: Id(3)] DateTimeOffset CreatedAt
)
{
    /// <summary>
    /// More about it; null when the title says it all. It leaves for devices only when the person allows content on lock
    /// screens.
    /// </summary>
    [Id(4)]
    public string? Body { get; init; }

    /// <summary>The notification that a click opens; null: the list of them, as for several at once.</summary>
    [Id(5)]
    public string? NotificationId { get; init; }

    /// <summary>The case that it is about: of several of one case that wait for a device, the latest arrives. Null: none.</summary>
    [Id(6)]
    public string? CaseId { get; init; }

    /// <summary>How urgent it is: whether it may wake a device that saves its battery.</summary>
    [Id(7)]
    public NotificationPriority Priority { get; init; }

    /// <summary>Only its id: the rest is personal data.</summary>
    public override string ToString() => $"{nameof(PushNote)} {Id}";
}
