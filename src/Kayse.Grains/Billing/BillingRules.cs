using System.Text.Json;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Usage;

namespace Kayse.Grains.Billing;

internal static class BillingRules
{
    /// <summary>What can have a price, as it is called in the configuration.</summary>
    public static readonly IReadOnlyList<string> Metrics = [.. UsageMetrics.All.Select(NameOf)];

    /// <summary>As much as an amount may be, in minor units: with 15 digits it is exact in every JSON reader.</summary>
    public const long LargestAmount = 999_999_999_999_999;

    /// <summary>A metric as the contract spells it.</summary>
    public static string NameOf(UsageMetric metric) => JsonNamingPolicy.SnakeCaseLower.ConvertName(metric.ToString());

    /// <summary>What the preferences become; refuses all that is wrong at once.</summary>
    public static BillingState Apply(BillingState state, SetBillingPreferences command, BillingCandidates candidates, string currency)
    {
        VersionRules.EnsureExpected(command.ExpectedVersion, state.Version);
        var errors = new FieldErrors();
        if (!Contains(candidates.Contacts, command.PrimaryContactId))
            errors.Add("primaryContactId", "Choose an active Admin or Super Admin of your company.");
        if (!Enum.IsDefined(command.Mode))
            errors.Add("mode", "This must be invoice or wallet.");
        if (command.Currency is not null && command.Currency != currency)
            errors.Add("currency", $"Amounts are in {currency} here.");
        if (command.MonthlyCap is { } cap)
            CheckAmount(errors, "monthlyCap", cap);
        CheckRecipients(errors, command.AlertRecipients, candidates.Recipients);
        errors.ThrowIfAny();
        var next = state with
        {
            ContactId = command.PrimaryContactId,
            Mode = command.Mode,
            Currency = currency,
            MonthlyCap = command.MonthlyCap,
            AlertRecipients = [.. command.AlertRecipients.Distinct(StringComparer.Ordinal)],
        };
        return IsRaised(CapIn(state, currency), command.MonthlyCap) ? next with { Alerts = null, CapRaises = state.CapRaises + 1 } : next;
    }

    /// <summary>From which month on costs are taken from the wallet: the current one, when the company begins to pay so.</summary>
    public static BillingState WithWallet(BillingState state, DateOnly openMonth) =>
        state with
        {
            ChargedThrough = state.Mode == BillingMode.Wallet ? state.ChargedThrough ?? openMonth.AddMonths(-1) : null,
        };

    /// <summary>The cap; null when there is none, or none in this currency.</summary>
    public static long? CapIn(BillingState state, string currency) => state.Currency == currency ? state.MonthlyCap : null;

    /// <summary>Who the primary contact is: who was chosen, while they are an active admin, else the first Super Admin.</summary>
    public static CompanyPerson ContactOf(BillingState state, IReadOnlyList<CompanyPerson> admins) =>
        admins.FirstOrDefault(admin => admin.UserId == state.ContactId) ?? FirstSuperAdmin(admins);

    /// <summary>
    /// Who takes over from a primary contact who is no longer an active admin; null when nobody has to.
    /// </summary>
    /// <param name="state">The preferences.</param>
    /// <param name="admins">The active admins.</param>
    /// <param name="leftByDefault">Who has left, if they were the contact where nobody was chosen.</param>
    public static CompanyPerson? HeirOf(BillingState state, IReadOnlyList<CompanyPerson> admins, string? leftByDefault) =>
        (state.ContactId ?? leftByDefault) is { } contact && !Contains(admins, contact) ? FirstSuperAdmin(admins) : null;

    /// <summary>Whom an alert goes to: those chosen who may see billing, or all Super Admins when there are none.</summary>
    public static IReadOnlyList<CompanyPerson> RecipientsOf(BillingState state, IReadOnlyList<CompanyPerson> readers) =>
        ChosenOf(state, readers) is { Count: > 0 } chosen ? chosen : [.. readers.Where(reader => reader.Role == Role.SuperAdmin)];

    /// <summary>Who of those chosen to get alerts may see billing.</summary>
    public static IReadOnlyList<CompanyPerson> ChosenOf(BillingState state, IReadOnlyList<CompanyPerson> readers) =>
        [.. readers.Where(reader => state.AlertRecipients.Contains(reader.UserId, StringComparer.Ordinal))];

    /// <summary>Notes an error when an amount isn't more than nothing, or too large to be exact everywhere.</summary>
    public static void CheckAmount(FieldErrors errors, string field, long amount)
    {
        if (amount < 1)
            errors.Add(field, "This must be more than 0.");
        if (amount > LargestAmount)
            errors.Add(field, "This amount is too large.");
    }

    private static void CheckRecipients(FieldErrors errors, IReadOnlyList<string> recipients, IReadOnlyList<CompanyPerson> readers)
    {
        if (recipients.Count > FieldLimits.AlertRecipients)
            errors.Add("alertRecipients", $"Choose up to {FieldLimits.AlertRecipients} people.");
        else if (recipients.Any(userId => !Contains(readers, userId)))
            errors.Add("alertRecipients", "Choose active members who may see billing.");
    }

    // No cap is higher than any.
    private static bool IsRaised(long? before, long? after) => before is null ? after is not null : after is null || after > before;

    private static bool Contains(IReadOnlyList<CompanyPerson> people, string userId) => people.Any(person => person.UserId == userId);

    // A company always has one.
    private static CompanyPerson FirstSuperAdmin(IReadOnlyList<CompanyPerson> admins) =>
        admins.First(admin => admin.Role == Role.SuperAdmin);
}
