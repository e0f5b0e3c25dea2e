namespace Kayse.Grains.Users;

internal static class UserDataRules
{
    /// <summary>What is stored of a person, without secrets.</summary>
    public static UserData Of(UserView view, UserState state) =>
        new(
            view,
            state.CreatedAt,
            new UserSecurityData(
                state.PasswordHash.Length > 0,
                state.CredentialVersion,
                state.MustChangePassword,
                state.SecondFactor?.EnabledAt,
                state.IdleTimeout,
                state.LockNoticeAt
            )
            {
                PasswordExpiresAt = state.PasswordExpiresAt,
                SecondFactorUsedAt = state.SecondFactorUsedAt,
                SecondFactorResetAt = state.FactorReset?.At,
            },
            [.. state.KnownDevices.Select(DataOf)],
            state.Memberships,
            state.FormerCompanyIds
        )
        {
            EmailVerifiedAt = state.EmailVerifiedAt,
            FormerEmails = [.. state.FormerEmails.Select(former => new FormerEmailData(former.Email, former.Until))],
            DefaultCompanyId = state.DefaultCompanyId,
            SetupDismissed = state.SetupDismissed,
            PasskeyOfferDismissedAt = state.PasskeyOfferDismissedAt,
            SsoIdentities =
            [
                .. state.SsoIdentities.Select(held => new SsoIdentityData(held.CompanyId, held.Issuer, held.Subject, held.LinkedAt)),
            ],
        };

    private static KnownDeviceData DataOf(KnownDevice device) =>
        new(device.Kind, device.Browser, device.OperatingSystem, device.Location, device.FirstSignInAt, device.LastSignInAt);
}
