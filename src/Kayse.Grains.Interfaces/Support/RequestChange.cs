namespace Kayse.Grains.Support;

/// <summary>Asks support for a change; nothing is checked yet.</summary>
/// <param name="Id">Of the request; the same when it is sent again.</param>
/// <param name="Subject">What is to be changed.</param>
/// <param name="Message">What support is told; up to 2,000 characters.</param>
/// <param name="Diagnostics">What goes with it; null when the person leaves it out.</param>
[GenerateSerializer, Immutable, Alias("kayse.request-change")]
public sealed record RequestChange(
    [property: Id(0)] string Id,
    [property: Id(1)] ChangeSubject Subject,
    [property: Id(2)] string Message,
    [property: Id(3)] Diagnostics? Diagnostics
)
{
    /// <summary>Leaves the message out.</summary>
    public override string ToString() => $"{nameof(RequestChange)} {Id}";
}
