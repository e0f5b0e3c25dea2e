using Kayse.Grains.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Privacy;

internal static class AccountDeletionRules
{
    /// <summary>When an account is deleted whose person asks for it now: at once when no company has them active.</summary>
    public static DateTimeOffset DueAt(UserData user, DateTimeOffset now, TimeSpan after) => IsNeeded(user) ? now + after : now;

    /// <summary>Whether the account is to be deleted now: it is time, or no company has the person active any more.</summary>
    public static bool IsDue(UserData user, DateTimeOffset? dueAt, DateTimeOffset now) => dueAt <= now || !IsNeeded(user);

    private static bool IsNeeded(UserData user) => user.Memberships.Any(membership => membership.Status == MemberStatus.Active);
}
