using Kayse.Grains.BusinessHours;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Reports;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Reports.Pages;

/// <summary>What the pages of scheduled reports share.</summary>
public abstract class ReportSchedulePage : ConsolePage
{
    /// <summary>The page of the area.</summary>
    protected const string Url = "/settings/billing/reports";

    /// <summary>Who looks.</summary>
    [CascadingParameter]
    public Me Me { get; set; } = null!;

    /// <summary>Who can get reports.</summary>
    protected IReadOnlyList<CompanyPerson> People { get; private set; } = [];

    /// <summary>In which time zone reports are sent.</summary>
    protected string TimeZone { get; private set; } = "";

    private protected ICompanyReportsGrain Company => Caller.Company<ICompanyReportsGrain>(Grains);

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        People = await Company.ListRecipientsAsync(Caller.Actor);
        var hours = await Caller.Company<ICompanyBusinessHoursGrain>(Grains).GetBusinessHoursAsync(Caller.Actor);
        TimeZone = hours.Schedule?.TimeZone.Replace('_', ' ') ?? "UTC";
    }

    /// <summary>When it is to be sent, as it was chosen in the form.</summary>
    protected ReportTiming PostedTiming()
    {
        var every = Choice<ReportEvery>("every");
        return new(
            every,
            WholeNumberOrNull("hour") ?? -1,
            every == ReportEvery.Week ? Choice<DayOfWeek>("weekday") : null,
            every == ReportEvery.Month ? WholeNumberOrNull("dayOfMonth") : null
        );
    }

    /// <summary>One of some words, as it was chosen in the form.</summary>
    protected T Choice<T>(string field)
        where T : struct, Enum =>
        Enum.TryParse<T>(Text(field), out var value) && Enum.IsDefined(value)
            ? value
            : throw new RefusedException(HttpErrors.Field(field, "Choose one of these."));
}
