using Kayse.Grains.Errors;

namespace Kayse.Grains.Sessions;

internal static class SessionSettingsRules
{
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longest = TimeSpan.FromDays(30);

    public static void Check(TimeSpan idleTimeout)
    {
        var errors = new FieldErrors();
        if (idleTimeout < _shortest || idleTimeout > _longest)
            errors.Add("idleTimeoutMinutes", "Choose 1 minute to 30 days.");
        errors.ThrowIfAny();
    }

    public static SessionSettings Of(UserSessionOptions options, SessionLimits limits) =>
        new(
            limits.ChosenIdleTimeout ?? options.IdleTimeout,
            options.IdleTimeout,
            limits.IdleTimeout,
            UserSessionRules.IdleTimeout(options, rememberMe: false, limits),
            UserSessionRules.IdleTimeout(options, rememberMe: true, limits)
        );
}
