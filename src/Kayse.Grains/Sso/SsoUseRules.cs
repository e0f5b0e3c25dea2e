using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail.Emails;

namespace Kayse.Grains.Sso;

/// <summary>What becomes of who has to use single sign-on.</summary>
internal static class SsoUseRules
{
    /// <summary>How many Super Admins keep their password; where there is only one, that one.</summary>
    public const int BreakGlassAdmins = 2;

    /// <summary>The state after a command; refuses to require what nobody can use.</summary>
    public static CompanySsoState Apply(CompanySsoState state, SetSsoUse command, IReadOnlyList<string> breakGlass)
    {
        if (command is { Enforced: true, Protocol: null })
            throw new RefusedException(SsoErrors.NotConfigured);
        return state with
        {
            InUse = command.Protocol,
            Enforced = command.Enforced,
            JustInTime = command.JustInTime,
            BreakGlassUserIds = breakGlass,
        };
    }

    /// <summary>Whether a change is of what members have to do.</summary>
    public static bool AffectsMembers(CompanySsoState before, CompanySsoState after) =>
        before.Enforced != after.Enforced || !before.BreakGlassUserIds.SequenceEqual(after.BreakGlassUserIds, StringComparer.Ordinal);

    /// <summary>What the Super Admins are told of a change.</summary>
    public static IEnumerable<SsoStep> NewsOf(CompanySsoState before, CompanySsoState after, AuditOrigin by, TimeProvider clock)
    {
        if (before.Enforced != after.Enforced)
            yield return new TellSuperAdmins(after.Enforced ? SsoNews.Enforced : SsoNews.NotEnforced, by.Actor.Name, clock.GetUtcNow());
        else if (AffectsMembers(before, after))
            yield return new TellSuperAdmins(SsoNews.BreakGlassChanged, by.Actor.Name, clock.GetUtcNow());
    }

    /// <summary>Refuses another provider in place of one that members have to use: nobody could be sure to get in.</summary>
    public static void EnsureSameProvider(SsoConnection before, ConfigureSso command)
    {
        var isSame = (before.Oidc, command.Oidc) is ({ } oidc, { } nextOidc)
            ? OidcSettingsRules.IsSameProvider(oidc, OidcSettingsRules.Check(nextOidc, oidc))
            : (before.Saml, command.Saml) is not ({ } saml, { } nextSaml)
                || SamlSettingsRules.IsSameProvider(saml, SamlSettingsRules.Check(nextSaml, saml));
        if (!isSame)
            throw new RefusedException(SsoErrors.Enforced);
    }
}
