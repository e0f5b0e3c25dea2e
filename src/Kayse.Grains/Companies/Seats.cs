using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

/// <summary>
/// Who has a seat: active members and pending invitations, which are to become members. Seats are counted when somebody
/// is invited or joins; commands come one after the other, so that no two get the last.
/// </summary>
internal sealed class Seats(CompanyContext company, SeatOptions options)
{
    /// <summary>How many there are; null when there is no limit.</summary>
    public int? Limit => SeatRules.LimitOf(company.State.SeatLimit, options);

    public int Taken =>
        company.Roster.Members.Count(member => member is { Status: MemberStatus.Active, Removed: false })
        + company.Invitations.CountPending(company.Now);

    /// <summary>Whether there is a seat for one more, beside those that are promised.</summary>
    public bool AreAvailable(int promised) => !(Taken + promised >= Limit);

    /// <summary>
    /// Refuses <c>seat_limit_reached</c> when there is no seat for one more, beside those <paramref name="promised"/>
    /// that can't be counted yet.
    /// </summary>
    public void EnsureAvailable(int promised = 0)
    {
        if (!AreAvailable(promised))
            throw new RefusedException(CompanyErrors.SeatLimitReached);
    }
}
