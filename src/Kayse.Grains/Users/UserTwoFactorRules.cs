using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

internal static class UserTwoFactorRules
{
    /// <summary>Who asks an app for its codes: what the app shows beside them.</summary>
    public const string Issuer = "Kayse";

    /// <summary>Whether the person has something to prove beside a password: an authenticator app or a passkey.</summary>
    public static bool HasAny(UserState state) => state.SecondFactor is not null || state.Passkeys.Count > 0;

    /// <summary>
    /// Whether only a passkey proves who uses a session: who has no other second factor where one is required must not
    /// get around it by the password.
    /// </summary>
    public static bool OnlyPasskeysProve(UserState state) =>
        state.SecondFactor is null && state.Passkeys.Count > 0 && RequiredFrom(state) is not null;

    /// <summary>
    /// Whether a sign-in takes a second factor as well: not one by a live session, which took it when it began, nor one
    /// on a device that they trust. A passkey alone doesn't make a password worth less, unless the company that the
    /// sign-in opens requires a second factor.
    /// </summary>
    public static bool AsksForCode(UserState state, SignIn command, DateTimeOffset now) =>
        (state.SecondFactor is not null || IsPasskeyRequired(state, command.CompanyId))
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
        HasAny(state) && UserRules.ActiveMembership(state, companyId) is { TrustedDevicesForbidden: false };

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
        return Notifying(state, next);
    }

    /// <summary>
    /// The person after a change of their second factors; companies whose rosters say whether they have any look again.
    /// </summary>
    public static UserState Notifying(UserState before, UserState next) =>
        HasAny(before) == HasAny(next) ? next : ProfileRules.NotifyingCompanies(next);

    /// <summary>
    /// The person as they are when they say that the second factor or passkey of a notice isn't theirs: without it, if
    /// it is still the same, whatever its backup codes. Else whoever knew the password for a moment would keep them out
    /// for good, or come back. By any other notice it stays, or reading somebody's mail would get around it.
    /// </summary>
    public static UserState WithoutDisowned(UserState state, NoticeLink link)
    {
        var next = link.SecondFactorOf is { } at && state.SecondFactor?.EnabledAt == at ? WithSecondFactor(state, factor: null) : state;
        return link.PasskeyId is { } id ? PasskeyRules.Without(next, passkey => passkey.Id == id) : next;
    }

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
        )
        {
            ResetAt = state.FactorReset?.At,
            ResetBy = state.FactorReset?.CompanyName,
        };

    /// <summary>The methods by which a sign-in of theirs can be completed.</summary>
    public static IReadOnlyList<string> MethodsOf(UserState state)
    {
        var methods = new List<string>();
        if (state.SecondFactor is { } factor)
            methods.AddRange(
                factor.BackupCodes.Count > 0 ? [TwoFactorMethods.Totp, TwoFactorMethods.BackupCode] : [TwoFactorMethods.Totp]
            );
        if (state.Passkeys.Count > 0)
            methods.Add(TwoFactorMethods.Passkey);
        return methods;
    }

    private static bool IsPasskeyRequired(UserState state, string? companyId) =>
        state.Passkeys.Count > 0 && UserRules.ActiveMembership(state, companyId)?.TwoFactorRequiredFrom is not null;
}
