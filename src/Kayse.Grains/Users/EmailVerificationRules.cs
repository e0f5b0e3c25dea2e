using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

internal static class EmailVerificationRules
{
    /// <summary>How long the link works.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(24);

    /// <summary>How long the code works.</summary>
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(30);

    /// <summary>How often a code may be wrong before another has to be asked for.</summary>
    public const int MaxWrongCodes = 5;

    // Who signed up with somebody else's address could ask for one code after the other: 20 guesses in a million stay a
    // guess.
    private const int MaxWrongCodesEver = 20;
    private const int Digits = 6;

    /// <summary>Six random digits.</summary>
    public static string NewCode() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>Refuses when no code could be right.</summary>
    public static EmailVerification UsableByCode(UserState user, DateTimeOffset now)
    {
        if (user.WrongEmailCodes >= MaxWrongCodesEver)
            throw new RefusedException(EmailVerificationErrors.OnlyLink);
        return user.EmailVerification is { } verification && now < verification.CodeExpiresAt && verification.WrongCodes < MaxWrongCodes
            ? verification
            : throw new RefusedException(EmailVerificationErrors.CodeExpired);
    }

    /// <summary>Lets only the holder of the last link use it, in time.</summary>
    public static void EnsureUsable(UserState user, TokenHash secret, DateTimeOffset now)
    {
        if (user.EmailVerification is not { } verification || !verification.TokenHash.Matches(secret))
            throw new RefusedException(GeneralErrors.NotFound);
        if (user.EmailVerifiedAt is null && now >= verification.ExpiresAt)
            throw new RefusedException(EmailVerificationErrors.LinkExpired);
    }

    /// <summary>Whether what was typed is the code; in a time that says nothing of where they differ.</summary>
    public static bool IsCode(string? code, string typed)
    {
        var digits = string.Concat(
            typed.Where(char.IsDigit).Take(Digits + 1).Select(digit => (int)CharUnicodeInfo.GetNumericValue(digit))
        );
        return code is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(digits));
    }

    /// <summary>The person after a wrong code.</summary>
    public static UserState WithWrongCode(UserState user, EmailVerification verification) =>
        user with
        {
            EmailVerification = verification with { WrongCodes = verification.WrongCodes + 1 },
            WrongEmailCodes = user.WrongEmailCodes + 1,
        };

    /// <summary>
    /// The person whose address is proved. The link stays, so that whoever follows it again is not told that it is
    /// wrong.
    /// </summary>
    public static UserState Verified(UserState user, DateTimeOffset now) =>
        user.EmailVerifiedAt is not null
            ? user
            : user with
            {
                EmailVerifiedAt = now,
                EmailVerification = user.EmailVerification is { } verification ? verification with { ProtectedCode = [] } : null,
                WrongEmailCodes = 0,
            };

    /// <summary>
    /// The person after somebody has proved an address that whoever had the account never proved: with another
    /// password, and nothing of what the other could get in by. Memberships stay with the account: who never proved an
    /// address has brought nobody into a company, so the other sees them no more.
    /// </summary>
    public static UserState TakenOver(UserState user, string passwordHash, DateTimeOffset now)
    {
        var next = UserPasswordRules.WithPassword(
            PasskeyRules.Without(UserTwoFactorRules.WithSecondFactor(user, factor: null), _ => true),
            passwordHash,
            mustChange: false
        );
        var verified = Verified(next, now) with
        {
            FormerPasswordHashes = [],
            EmailVerification = null,
            NoticeLinks = [],
            KnownDevices = [],
        };
        return UserRules.RevokingApiKeys(UserRules.EndingSessions(verified, exceptSessionId: null, SessionEndReason.PasswordChanged));
    }

    /// <summary>The same with what they say of themselves in place of what the other said.</summary>
    public static UserState TakenOver(UserState user, RegisterUser registration, DateTimeOffset now) =>
        ProfileRules.Changed(
            user,
            TakenOver(user, registration.PasswordHash, now) with
            {
                FullName = registration.FullName,
                PhoneNumber = registration.PhoneNumber,
                TimeZone = registration.TimeZone,
                Language = null,
                Photo = null,
                IdleTimeout = null,
                DefaultCompanyId = registration.CompanyId,
            }
        );
}
