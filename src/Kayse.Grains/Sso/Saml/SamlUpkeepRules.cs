namespace Kayse.Grains.Sso.Saml;

/// <summary>When metadata is read again, and when a certificate's end is told.</summary>
internal static class SamlUpkeepRules
{
    public static readonly TimeSpan MetadataLifetime = TimeSpan.FromDays(1);
    public static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(5);

    private static readonly int[] _days = [7, 30];

    public static bool IsReadingDue(SamlUpkeepState state, DateTimeOffset now) =>
        (state.ReadAt is not { } readAt || now >= readAt + MetadataLifetime) && MayTry(state, now);

    public static bool MayTry(SamlUpkeepState state, DateTimeOffset now) =>
        state.TriedAt is not { } triedAt || now >= triedAt + BetweenTries;

    /// <summary>The warning that is due; null when none is, or it was told.</summary>
    public static CertificateWarning? WarningDue(SamlUpkeepState state, IEnumerable<string> certificates, DateTimeOffset now)
    {
        if (SamlCertificates.LastEndOf(certificates) is not { } endsAt)
            return null;
        var reached = _days.Where(days => now >= endsAt - TimeSpan.FromDays(days)).Take(1).ToArray();
        if (reached is not [var days])
            return null;
        var isTold = state.Warned is { } warned && warned.EndsAt == endsAt && warned.Days <= days;
        return isTold ? null : new CertificateWarning(endsAt, days);
    }
}
