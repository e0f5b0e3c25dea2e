using System.Globalization;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Retention;

internal static class RetentionRules
{
    /// <summary>The longest period of any kind: a hundred years.</summary>
    public const int LongestDays = 36_500;

    private static readonly IReadOnlyList<RetentionKind> _kinds = Enum.GetValues<RetentionKind>();

    /// <summary>The shortest period that an operator can allow.</summary>
    public static int ShortestOf(RetentionKind kind) =>
        kind switch
        {
            // A failed delivery of an entry is repeated for days, and must find the entry that is there already.
            RetentionKind.AuditLog => 30,
            // A digest tells of a week, and may wait for the end of quiet hours.
            RetentionKind.Notifications => 14,
            _ => 1,
        };

    /// <summary>
    /// How many days data of a kind is kept; null for no end. Limits that an operator has changed since the company
    /// chose apply at once.
    /// </summary>
    public static int? DaysOf(RetentionKind kind, int? chosen, RetentionOptions options)
    {
        var limits = options.Of(kind);
        return (chosen ?? limits.DefaultDays ?? limits.MaximumDays) is { } days
            ? Math.Clamp(days, limits.MinimumDays, limits.MaximumDays ?? LongestDays)
            : null;
    }

    /// <summary>The periods as people see them.</summary>
    public static IReadOnlyList<RetentionPeriod> PeriodsOf(RetentionDays chosen, RetentionOptions options) =>
        [
            .. _kinds.Select(kind =>
            {
                var (limits, days) = (options.Of(kind), chosen.Of(kind));
                return new RetentionPeriod(
                    kind,
                    days,
                    DaysOf(kind, days, options),
                    DaysOf(kind, null, options),
                    limits.MinimumDays,
                    limits.MaximumDays ?? LongestDays
                );
            }),
        ];

    /// <summary>Refuses periods outside of the operator's limits, all of them at once.</summary>
    public static void Check(RetentionDays days, RetentionOptions options)
    {
        var errors = new FieldErrors();
        foreach (var kind in _kinds)
        {
            var (limits, chosen) = (options.Of(kind), days.Of(kind));
            var longest = limits.MaximumDays ?? LongestDays;
            if (chosen < limits.MinimumDays || chosen > longest)
                errors.Add(FieldOf(kind), $"This must be from {InDays(limits.MinimumDays)} to {InDays(longest)}.");
        }

        errors.ThrowIfAny();
    }

    /// <summary>The field of a kind, as commands and the audit log name it.</summary>
    public static string FieldOf(RetentionKind kind) =>
        kind switch
        {
            RetentionKind.SignInHistory => "signInHistoryDays",
            RetentionKind.AuditLog => "auditLogDays",
            RetentionKind.Notifications => "notificationDays",
            RetentionKind.EndedInvitations => "endedInvitationDays",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static string InDays(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days:N0} days");
}
