using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

/// <remarks>
/// Who has a seat: active members and pending invitations, which are to become members. It is counted when somebody
/// comes, and calls come one after the other, so that no two get the last.
/// </remarks>
internal sealed partial class CompanyGrain
{
    /// <summary>How many there can be; null when there is no limit.</summary>
    private int? SeatLimit => SeatRules.LimitOf(State.SeatLimit, _seatOptions);

    private int SeatsTaken =>
        _roster.Members.Count(member => member is { Status: MemberStatus.Active, Removed: false }) + _invitations.CountPending(Now);

    /// <summary>
    /// Refuses <c>seat_limit_reached</c> when there is no seat for one more, beside those <paramref name="promised"/>
    /// that can't be counted yet.
    /// </summary>
    private void EnsureSeat(int promised = 0)
    {
        if (SeatLimit is { } limit && SeatsTaken + promised >= limit)
            throw new RefusedException(CompanyErrors.SeatLimitReached);
    }
}
