namespace Kayse.Grains.Usage;

/// <summary>
/// The usage of one company for what is done without anybody asking, such as bills and reports, keyed by company id.
/// </summary>
[Alias("kayse.usage")]
internal interface IUsageGrain : IGrainWithStringKey
{
    /// <summary>
    /// The usage of the current month with its projection, which is null before the third day. The days go to its end;
    /// those to come have nothing yet.
    /// </summary>
    [Alias("get-month-to-date")]
    Task<UsageView> GetMonthToDateAsync();

    /// <summary>The usage of up to 400 days.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last.</param>
    [Alias("get-days")]
    Task<UsageView> GetDaysAsync(DateOnly from, DateOnly to);
}
