namespace Kayse.Grains.Invitations;

/// <summary>
/// How many invitations a young company may mail (IN-12): one that signed up to send junk is noticed before it has sent
/// much.
/// </summary>
internal static class RampUpRules
{
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    /// <summary>The day of the company's life, from 1.</summary>
    public static int DayOf(DateTimeOffset foundedAt, DateTimeOffset now) => 1 + (int)Math.Max(0, (now - foundedAt) / _day);

    /// <summary>After how long there is room for one more; null when there is now.</summary>
    /// <param name="options">The operator's.</param>
    /// <param name="foundedAt">When the company was.</param>
    /// <param name="sent">How many it has sent on this day of its life.</param>
    /// <param name="now">What time it is.</param>
    public static TimeSpan? WaitFor(InvitationOptions options, DateTimeOffset foundedAt, int sent, DateTimeOffset now)
    {
        var (day, rampUp) = (DayOf(foundedAt, now), options.RampUp);
        if (!options.IsSignUpOpen || rampUp.FirstDay == 0 || day > rampUp.Days || sent < (long)rampUp.FirstDay << (day - 1))
            return null;
        return foundedAt + day * _day - now;
    }
}
