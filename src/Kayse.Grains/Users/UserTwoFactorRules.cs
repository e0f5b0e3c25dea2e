using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

internal static class UserTwoFactorRules
{
    /// <summary>Who asks an app for its codes: what the app shows beside them.</summary>
    public const string Issuer = "Kayse";

    /// <summary>
    /// Whether a sign-in takes a code as well: not one by a live session, which took it when it began, nor one on a
    /// device that they trust.
    /// </summary>
    public static bool AsksForCode(UserState state, SignIn command, DateTimeOffset now) =>
        state.SecondFactor is not null
        && command.CredentialVersion is not null
        && TrustedDevice(state, command.DeviceSecret, command.CompanyId, now) is null;

    /// <summary>
    /// The device that the secret is of, when it is one that they trust and may where they sign in (null: in the
    /// company that a sign-in opens).
    /// </summary>
    public static TrustedDevice? TrustedDevice(UserState state, TokenHash? secret, string? companyId, DateTimeOffset now) =>
        secret is { } given && MayTrustDevices(state, companyId) ? TrustedDeviceRules.Find(state.TrustedDevices, given, now) : null;

    /// <summary>
    /// Whether the company lets a device stand in for their code. It says nothing of others; a session that goes on in
    /// it has to have been proved by a code.
    /// </summary>
    public static bool MayTrustDevices(UserState state, string? companyId) =>
        state.SecondFactor is not null && UserRules.ActiveMembership(state, companyId) is { TrustedDevicesForbidden: false };

    /// <summary>The person after a sign-in that may be on a device that they trust.</summary>
    public static UserState WithUseOfDevice(UserState state, SignIn command, DateTimeOffset now) =>
        TrustedDevice(state, command.DeviceSecret, command.CompanyId, now) is { } device
            ? state with
            {
                TrustedDevices = TrustedDeviceRules.Used(state.TrustedDevices, device, now),
            }
            : state;

    /// <summary>The person with another second factor or none.</summary>
    public static UserState WithSecondFactor(UserState state, SecondFactor? factor)
    {
        var next = WithoutTrust(state) with
        {
            SecondFactor = factor,
            PendingSecondFactor = null,
            TwoFactorVersion = state.TwoFactorVersion + 1,
        };
        return (factor is null) == (state.SecondFactor is null) ? next : ProfileRules.NotifyingCompanies(next);
    }

    /// <summary>
    /// The person as they are when they say that the second factor of a notice isn't theirs: without it, if it is still
    /// the same, whatever its backup codes. Else whoever knew the password for a moment would keep them out for good.
    /// By any other notice it stays, or reading somebody's mail would get around it.
    /// </summary>
    public static UserState WithoutDisowned(UserState state, NoticeLink link) =>
        link.SecondFactorOf is { } at && state.SecondFactor?.EnabledAt == at ? WithSecondFactor(state, factor: null) : state;

    /// <summary>The person with other backup codes.</summary>
    public static UserState WithBackupCodes(UserState state, IReadOnlyList<TokenHash> hashes) =>
        state with
        {
            SecondFactor = state.SecondFactor! with { BackupCodes = hashes },
            TwoFactorVersion = state.TwoFactorVersion + 1,
        };

    /// <summary>
    /// The person without anything that rests on the password or the second factor as they were: with either of them
    /// changed it is void.
    /// </summary>
    public static UserState WithoutTrust(UserState state) => state with { SignInTickets = [], TrustedDevices = [] };

    /// <summary>
    /// From when on a company of theirs lets them do nothing without a second factor; null when none does.
    /// </summary>
    public static DateTimeOffset? RequiredFrom(UserState state) =>
        UserRules.ActiveMemberships(state).Min(membership => membership.TwoFactorRequiredFrom);

    public static TwoFactorView ViewOf(UserState state) =>
        new(
            state.SecondFactor is not null,
            state.SecondFactor?.EnabledAt,
            state.SecondFactor?.BackupCodes.Count ?? 0,
            RequiredFrom(state)
        );

    /// <summary>The methods by which a sign-in of theirs can be completed.</summary>
    public static IReadOnlyList<string> MethodsOf(SecondFactor factor) =>
        factor.BackupCodes.Count > 0 ? [TwoFactorMethods.Totp, TwoFactorMethods.BackupCode] : [TwoFactorMethods.Totp];
}
