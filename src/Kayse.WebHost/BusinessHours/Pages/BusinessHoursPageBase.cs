using Kayse.Grains.BusinessHours;
using Kayse.Grains.Errors;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.BusinessHours.Pages;

/// <summary>What the pages of business hours share.</summary>
public abstract class BusinessHoursPageBase : ConsolePage
{
    /// <summary>The page of the area.</summary>
    protected const string Url = "/settings/business-hours";

    /// <summary>Who looks.</summary>
    [CascadingParameter]
    public Me Me { get; set; } = null!;

    /// <summary>The hours.</summary>
    protected BusinessHoursView Hours { get; private set; } = null!;

    /// <summary>When the company is open; null while nobody has set it.</summary>
    protected BusinessSchedule? Schedule => Hours.Schedule;

    private protected ICompanyBusinessHoursGrain Company => Caller.Company<ICompanyBusinessHoursGrain>(Grains);

    /// <inheritdoc/>
    protected override Task LoadAsync() => ReadAsync();

    /// <summary>Reads the hours anew.</summary>
    protected async Task ReadAsync() => Hours = await Company.GetBusinessHoursAsync(Caller.Actor);

    /// <summary>Replaces the exceptions of the version that the form was meant for.</summary>
    protected Task SetExceptionsAsync(IEnumerable<ScheduleException> exceptions) =>
        Schedule is { } schedule
            ? Company.SetBusinessHoursAsync(
                Caller.Actor,
                new SetBusinessHours(schedule with { Exceptions = [.. exceptions] }, PostedVersion)
            )
            : throw new RefusedException(ExceptionsToAdd.NoWeekYet);
}
