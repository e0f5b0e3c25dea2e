namespace Kayse.Grains.TwoFactor;

internal static class SecondFactorRules
{
    /// <summary>How long a secret waits to be turned on.</summary>
    public static readonly TimeSpan SetupLifetime = TimeSpan.FromMinutes(30);

    /// <summary>From how many backup codes on a person is told that they run out.</summary>
    public const int FewBackupCodes = 2;

    /// <summary>
    /// The factor after a code was used, so that it isn't accepted again; null when it is no code of it.
    /// </summary>
    /// <param name="secret">The app's; null when it can't be decrypted: backup codes are all there is then.</param>
    public static SecondFactor? Use(SecondFactor factor, byte[]? secret, string code, DateTimeOffset now)
    {
        if (BackupCodes.HasFormOf(code))
            return BackupCodes.Use(factor.BackupCodes, code) is { } left ? factor with { BackupCodes = left } : null;
        return secret is not null && TimeBasedCodes.Match(secret, code, now, factor.LastStep) is { } step
            ? factor with
            {
                LastStep = step,
            }
            : null;
    }
}
