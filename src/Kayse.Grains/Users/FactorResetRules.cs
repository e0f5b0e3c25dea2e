using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

internal static class FactorResetRules
{
    /// <summary>How long somebody who still uses their second factor has to object.</summary>
    public static readonly TimeSpan CoolingOff = TimeSpan.FromHours(24);

    /// <summary>For how long a use says that it isn't lost.</summary>
    public static readonly TimeSpan RecentlyUsed = TimeSpan.FromDays(7);

    /// <summary>Refuses <c>two_factor_not_enabled</c> and <c>member_elsewhere</c>.</summary>
    public static void EnsureMayBe(UserState state, string companyId)
    {
        if (!UserRules.BelongsTo(state, companyId))
            throw new RefusedException(TwoFactorErrors.NotTheirsAlone);
        if (!UserTwoFactorRules.HasAny(state))
            throw new RefusedException(TwoFactorErrors.NotEnabled);
    }

    /// <summary>When a reset that is asked for now takes effect; null: at once.</summary>
    public static DateTimeOffset? WaitsUntil(UserState state, DateTimeOffset now) =>
        now < state.SecondFactorUsedAt + RecentlyUsed ? now + CoolingOff : null;

    /// <summary>Whether a reset is due.</summary>
    public static bool IsDue(UserState state, DateTimeOffset now) => now >= state.FactorReset?.At;

    /// <summary>Whether the company that asked for it could still ask: authority counts when it is used.</summary>
    public static bool MayStillBe(UserState state, FactorReset reset) =>
        UserTwoFactorRules.HasAny(state)
        && UserRules.BelongsTo(state, reset.CompanyId)
        && state.Memberships.Any(membership => membership.CompanyId == reset.CompanyId);

    /// <summary>The person with a reset that waits, or without one; rosters show it.</summary>
    public static UserState With(UserState state, FactorReset? reset) =>
        ProfileRules.NotifyingCompanies(state with { FactorReset = reset });

    /// <summary>The person without second factors, and without anything that was begun while they had them.</summary>
    public static UserState Applied(UserState state)
    {
        var next = PasskeyRules.Without(UserTwoFactorRules.WithSecondFactor(state, factor: null), _ => true);
        return UserRules.EndingSessions(With(next, reset: null), exceptSessionId: null, SessionEndReason.TwoFactorChanged) with
        {
            SecondFactorUsedAt = null,
        };
    }
}
