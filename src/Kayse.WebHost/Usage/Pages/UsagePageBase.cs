using System.Globalization;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Usage;
using Kayse.WebHost.Catalogue.Pages;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Usage.Pages;

/// <summary>
/// What the pages of usage share: the month that is looked at, and what members and agents are called.
/// </summary>
public abstract class UsagePageBase : ConsolePage
{
    private const string Format = "yyyy-MM";
    private const int MonthsOffered = 13;

    /// <summary>The month in the address; null for the current one.</summary>
    [SupplyParameterFromQuery]
    public string? Month { get; set; }

    /// <summary>Who looks.</summary>
    [CascadingParameter]
    public Me Me { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private protected ICompanyUsageGrain Usage => Caller.Company<ICompanyUsageGrain>(Grains);

    /// <summary>The first day of the month that is looked at; null for the current one.</summary>
    protected DateOnly? Start =>
        DateOnly.TryParseExact(Month, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        && month.Year is > 2000 and < 2100
            ? month
            : null;

    /// <summary>The months to choose from, the current one first, and the one that is looked at.</summary>
    protected IReadOnlyList<DateOnly> Months(DateOnly shown)
    {
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        var latest = new DateOnly(today.Year, today.Month, 1);
        return [.. Enumerable.Range(0, MonthsOffered).Select(back => latest.AddMonths(-back)).Append(shown).Distinct().OrderDescending()];
    }

    /// <summary>A month as addresses have it.</summary>
    protected static string ValueOf(DateOnly month) => month.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>A month in words.</summary>
    protected static string NameOf(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>What the members or agents of some shares are called; one without a name is not among them.</summary>
    private protected async Task<IReadOnlyDictionary<string, string>> NamesOfAsync(UsageSplit split, IReadOnlyList<UsageShare> shares)
    {
        if (split == UsageSplit.Agent)
        {
            var agents = await CatalogueNames.OfAgentsAsync(Caller, Grains);
            return shares.ToDictionary(share => share.Id, share => agents.Of(share.Id), StringComparer.Ordinal);
        }

        if (!Me.May(Permissions.ReadMembers))
            return new Dictionary<string, string>(StringComparer.Ordinal);
        var members = Caller.Company<ICompanyMembersGrain>(Grains);
        var names = await Task.WhenAll(shares.Select(async share => (share.Id, Name: await NameOfAsync(members, share.Id))));
        return names.Where(one => one.Name is not null).ToDictionary(one => one.Id, one => one.Name!, StringComparer.Ordinal);
    }

    private async Task<string?> NameOfAsync(ICompanyMembersGrain members, string id)
    {
        try
        {
            return (await members.GetMemberAsync(Caller.Actor, id)).FullName;
        }
        catch (RefusedException)
        {
            return null;
        }
    }
}
