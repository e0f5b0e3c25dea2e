using Kayse.Grains.BusinessHours;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.BusinessHours;

/// <summary>Days that join a company's exceptions: holidays, or those of a calendar.</summary>
internal sealed record ExceptionsToAdd(IReadOnlyList<ScheduleException> Days)
{
    /// <summary>Exceptions are to something.</summary>
    public static readonly Refusal NoWeekYet = HttpErrors.Body("Set the business hours of the week first.");

    /// <summary>
    /// Adds those that have no exception yet. Refuses a company without hours, and <c>version_conflict</c>. May be
    /// repeated.
    /// </summary>
    public async Task<BusinessHoursView> AddAsync(ICompanyBusinessHoursGrain company, Actor actor, long? expectedVersion)
    {
        var view = await company.GetBusinessHoursAsync(actor);
        if (view.Schedule is not { } schedule)
            throw new RefusedException(NoWeekYet);
        var exceptions = schedule.Exceptions.Concat(Days).DistinctBy(day => day.Date);
        return await company.SetBusinessHoursAsync(
            actor,
            new SetBusinessHours(schedule with { Exceptions = [.. exceptions] }, expectedVersion ?? view.Version)
        );
    }
}
