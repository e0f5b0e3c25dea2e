using Kayse.Grains.State;

namespace Kayse.Grains.Sessions;

/// <summary>When a person was last active in a company.</summary>
/// <param name="UserId">The person.</param>
/// <param name="At">When.</param>
internal sealed record LastActive(string UserId, DateTimeOffset At) : ISegmentItem
{
    string ISegmentItem.Id => UserId;
}
