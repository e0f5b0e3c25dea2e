using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

internal static class UserTwoFactorRules
{
    /// <summary>Who asks an app for its codes: what the app shows beside them.</summary>
    public const string Issuer = "Kayse";

    /// <summary>Whether a sign-in takes a code as well: not one by a live session, which took it when it began.</summary>
    public static bool AsksForCode(UserState state, SignIn command) => state.SecondFactor is not null && command.CredentialVersion is not null;

    /// <summary>The person with another second factor or none.</summary>
    public static UserState WithSecondFactor(UserState state, SecondFactor? factor) => WithoutTrust(state) with
    {
        SecondFactor = factor,
        PendingSecondFactor = null,
        TwoFactorVersion = state.TwoFactorVersion + 1,
    };

    /// <summary>The person with other backup codes.</summary>
    public static UserState WithBackupCodes(UserState state, IReadOnlyList<TokenHash> hashes)
        => state with { SecondFactor = state.SecondFactor! with { BackupCodes = hashes }, TwoFactorVersion = state.TwoFactorVersion + 1 };

    /// <summary>The person without anything that rests on the password or the second factor as they were: with either of them changed it is void.</summary>
    public static UserState WithoutTrust(UserState state) => state with { SignInTickets = [] };

    /// <summary>From when on a company of theirs lets them do nothing without a second factor; null when none does.</summary>
    public static DateTimeOffset? RequiredFrom(UserState state) => UserRules.ActiveMemberships(state).Min(membership => membership.TwoFactorRequiredFrom);

    public static TwoFactorView ViewOf(UserState state)
        => new(state.SecondFactor is not null, state.SecondFactor?.EnabledAt, state.SecondFactor?.BackupCodes.Count ?? 0, RequiredFrom(state));

    public static void EnsureNotMandatory(UserState state, DateTimeOffset now)
    {
        if (RequiredFrom(state) <= now)
            throw new RefusedException(TwoFactorErrors.Mandatory);
    }

    /// <summary>The methods by which a sign-in of theirs can be completed.</summary>
    public static IReadOnlyList<string> MethodsOf(SecondFactor factor)
        => factor.BackupCodes.Count > 0 ? [TwoFactorMethods.Totp, TwoFactorMethods.BackupCode] : [TwoFactorMethods.Totp];
}
