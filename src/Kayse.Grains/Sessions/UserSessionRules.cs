using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Sessions;

internal static class UserSessionRules
{
    /// <summary>
    /// How long after its end the last use of a session is still of interest: until its reminder has come.
    /// </summary>
    public static readonly TimeSpan LastUseKept = TimeSpan.FromHours(1);

    /// <summary>How long an ended session still says why it ended.</summary>
    public static readonly TimeSpan EndedKept = TimeSpan.FromHours(24);

    private static readonly TimeSpan _rememberedIdleTimeout = TimeSpan.FromDays(7);

    public static UserSessionState Start(StartSession command, UserSessionOptions options, DateTime now) =>
        new()
        {
            TokenHash = command.TokenHash,
            Principal = ActingAs(command.Principal, command.SecondFactorProved),
            Device = Shared(command.Device),
            RememberMe = command.RememberMe,
            StartedAt = now,
            LastActiveAt = now,
            IdleTimeout = IdleTimeout(options, command.RememberMe, command.Limits),
            EndsAt = now + Lifetime(options, command.RememberMe, command.Limits),
            ProvedAt = command.Proved ? now : default,
            SecondFactorProved = command.SecondFactorProved,
        };

    /// <summary>The same session with another token.</summary>
    public static UserSessionState Renewed(UserSessionState state, RenewSession command, UserSessionOptions options)
    {
        var secondFactorProved = state.SecondFactorProved || command.SecondFactorProved;
        var principal = Replaced(state, command.Principal ?? state.Principal!, secondFactorProved);
        var limited = command.Limits is { } limits ? Limited(state, options, limits) : state;
        var restricted = principal with { Restriction = command.Restriction ?? principal.Restriction };
        return limited with
        {
            TokenHash = command.TokenHash,
            Principal = ActingAs(restricted, secondFactorProved),
            ProvedAt = command.ProvedAt ?? state.ProvedAt,
            SecondFactorProved = secondFactorProved,
        };
    }

    /// <summary>
    /// The principal as a session has it: one in which a second factor was proved needs no other, and who comes by single
    /// sign-on needs no password.
    /// </summary>
    public static SessionPrincipal ActingAs(SessionPrincipal principal, bool secondFactorProved) =>
        Shared(
            principal with
            {
                TwoFactorRequiredFrom = secondFactorProved ? null : principal.TwoFactorRequiredFrom,
                Restriction = principal.SsoConnectionId is null ? principal.Restriction : SessionRestriction.None,
            }
        );

    /// <summary>Who it acts as from now on; what it is limited to, and how it began, stays, whoever that is.</summary>
    public static SessionPrincipal Replaced(UserSessionState state, SessionPrincipal principal, bool secondFactorProved) =>
        ActingAs(
            principal with
            {
                Scopes = state.Principal!.Scopes,
                SsoConnectionId = state.Principal.SsoConnectionId,
            },
            secondFactorProved
        );

    /// <summary>The same session under other limits, which hold from its start.</summary>
    public static UserSessionState Limited(UserSessionState state, UserSessionOptions options, SessionLimits limits) =>
        state with
        {
            IdleTimeout = IdleTimeout(options, state.RememberMe, limits),
            EndsAt = state.StartedAt + Lifetime(options, state.RememberMe, limits),
        };

    /// <summary>The same state, with what many sessions have in common held once for all of them.</summary>
    public static UserSessionState Shared(UserSessionState state) =>
        state.Principal is { } principal ? state with { Principal = Shared(principal), Device = Shared(state.Device) } : state;

    /// <inheritdoc cref="Shared(UserSessionState)"/>
    public static SessionPrincipal Shared(SessionPrincipal principal) =>
        principal with
        {
            CompanyId = SharedTexts.Of(principal.CompanyId),
            CompanyName = SharedTexts.Of(principal.CompanyName),
            Permissions = SharedTexts.Of(principal.Permissions),
            CaseTypes = principal.CaseTypes is { } caseTypes ? SharedTexts.Of(caseTypes) : null,
            AgentIds = SharedTexts.Of(principal.AgentIds),
            Scopes = principal.Scopes is { } scopes ? SharedTexts.Of(scopes) : null,
            SsoConnectionId = principal.SsoConnectionId is { } connection ? SharedTexts.Of(connection) : null,
            AgentOverrides = principal.AgentOverrides.Count == 0 ? AgentOverride.None : principal.AgentOverrides,
        };

    private static ClientDevice Shared(ClientDevice device) =>
        device with
        {
            Kind = SharedTexts.Of(device.Kind),
            Browser = device.Browser is { } browser ? SharedTexts.Of(browser) : null,
            OperatingSystem = device.OperatingSystem is { } system ? SharedTexts.Of(system) : null,
            Location = device.Location is { } location ? SharedTexts.Of(location) : null,
        };

    /// <summary>
    /// What the person has chosen, else the product's; the company's limit where that is shorter. A remembered session
    /// has no idle timeout below 7 days (SE-3), unless it doesn't last that long or a policy sets a shorter one. What
    /// the person has chosen doesn't: remembering this device is the same person's wish, and the closer one.
    /// </summary>
    public static TimeSpan IdleTimeout(UserSessionOptions options, bool rememberMe, SessionLimits limits)
    {
        var chosen = limits.ChosenIdleTimeout ?? options.IdleTimeout;
        var lasting = rememberMe && limits.RememberMeAllowed && chosen < _rememberedIdleTimeout;
        var timeout = lasting ? Shorter(_rememberedIdleTimeout, options.RememberedLifetime) : chosen;
        return Shorter(timeout, limits.IdleTimeout);
    }

    /// <summary>How long a session may last under any limits that its companies may set.</summary>
    public static TimeSpan LongestLifetime(UserSessionOptions options, bool rememberMe) =>
        Lifetime(options, rememberMe, SessionLimits.None);

    /// <summary>A session that goes on in another company, as that is told.</summary>
    public static SessionStarted Switched(
        SessionView session,
        string userId,
        string fullName,
        UserSessionOptions options,
        DateTimeOffset now
    ) =>
        new(
            session.Id,
            userId,
            fullName,
            session.Device,
            now,
            session.StartedAt + LongestLifetime(options, session.RememberMe),
            IsSwitch: true
        );

    /// <summary>When a remembered session ends however much it is used; null when it isn't one.</summary>
    public static DateTimeOffset? RememberedUntil(
        UserSessionOptions options,
        bool rememberMe,
        SessionLimits limits,
        DateTimeOffset now
    ) => rememberMe ? now + Lifetime(options, rememberMe, limits) : null;

    /// <summary>Who a session acts as now: the time to do without a second factor may be over.</summary>
    public static SessionPrincipal PrincipalAt(SessionPrincipal principal, DateTime now) =>
        principal.TwoFactorRequiredFrom is { } from && principal.Restriction == SessionRestriction.None && from.UtcDateTime <= now
            ? principal with
            {
                Restriction = SessionRestriction.TwoFactorSetup,
            }
            : principal;

    private static TimeSpan Lifetime(UserSessionOptions options, bool rememberMe, SessionLimits limits) =>
        Shorter(rememberMe && limits.RememberMeAllowed ? options.RememberedLifetime : options.AbsoluteLifetime, limits.AbsoluteLifetime);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan? other) => other < one ? other.Value : one;

    /// <summary>When the session ends if it is not used after <paramref name="lastActive"/>.</summary>
    public static DateTime ExpiresAt(UserSessionState state, DateTime lastActive)
    {
        var idle = lastActive + state.IdleTimeout;
        return idle < state.EndsAt ? idle : state.EndsAt;
    }

    public static SessionTerm TermOf(UserSessionState state, DateTime lastActive) =>
        new(
            new DateTimeOffset(ExpiresAt(state, lastActive)),
            state.IdleTimeout,
            state.RememberMe ? new DateTimeOffset(state.EndsAt) : null
        );

    /// <summary>Why the session is over at <paramref name="now"/>; null while it is live.</summary>
    public static SessionEndReason? EndOf(UserSessionState state, DateTime lastActive, DateTime now)
    {
        if (state.EndedAt is not null)
            return state.EndReason;
        if (now < ExpiresAt(state, lastActive))
            return null;
        return lastActive + state.IdleTimeout < state.EndsAt ? SessionEndReason.IdleTimeout : SessionEndReason.Expired;
    }
}
