using System.Globalization;
using Kayse.Grains.BusinessHours;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.State;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.Storage;

namespace Kayse.Grains.Usage;

/// <remarks>Reentrant, so that events that come together share a write.</remarks>
[GrainType("usage"), Reentrant]
internal sealed class UsageGrain : DurableGrain, ICompanyUsageGrain, IUsageGrain
{
    private static readonly CompanyRight _toRecord = new(Role.Admin, []);
    private static readonly CompanyRight _toRead = new(Role.User, [Permissions.ReadBilling]);

    private readonly IPersistentState<UsageState> _storage;
    private readonly UsageLedger _ledger;
    private readonly TimeProvider _clock;

    public UsageGrain(
        [PersistentState("usage", Storage)] IPersistentState<UsageState> storage,
        [FromKeyedServices(Storage)] IGrainStorage segments,
        IGrainContext context,
        TimeProvider clock
    )
    {
        _storage = storage;
        _clock = clock;
        var records = new GrainRecords(segments, context.GrainId, DeactivateOnIdle);
        _ledger = new UsageLedger(records, next => SaveAsync(storage, next));
    }

    private DateTimeOffset Now => _clock.GetUtcNow();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _ledger.LoadAsync(_storage.State);

    public async Task<UsageRecorded> RecordUsageAsync(Actor actor, IReadOnlyList<UsageEvent> events, bool isBackfill)
    {
        await EnsureRightAsync(actor, _toRecord);
        if (isBackfill && actor.IsServiceKey)
            throw new RefusedException(GeneralErrors.Forbidden);
        UsageRules.EnsureCount(events.Count);
        var timeZone = await TimeZoneAsync();
        // Nothing is awaited from when the ledger is current to the write, so that no two calls take the same id.
        DateTimeOffset now;
        while (!_ledger.IsCurrent((now = Now).UtcDateTime, timeZone))
            await CatchUpAsync(now.UtcDateTime, timeZone);
        var recorded = _ledger.Add(events, now, isBackfill);
        // What is a duplicate may not be on disk yet.
        await _ledger.SaveAsync();
        if (recorded.Accepted > 0)
            await GrainFactory.GetGrain<IUsageNewsGrain>(Key).UsageChangedAsync();
        return recorded;
    }

    public async Task<UsageView> GetUsageAsync(Actor actor, DateOnly? from, DateOnly? to)
    {
        await EnsureRightAsync(actor, _toRead);
        return await ReadAsync(from, to);
    }

    public async Task<Page<UsageShare>> ListUsageSharesAsync(
        Actor actor,
        UsageSplit split,
        DateOnly? from,
        DateOnly? to,
        PageRequest page
    )
    {
        await EnsureRightAsync(actor, _toRead);
        var (book, reading, now) = await OpenAsync();
        var (first, end) = UsageRules.RangeOf(book.Calendar.MonthOf(now), from, to);
        var shares = await reading.ReadSharesAsync(split, first, end);
        await _ledger.SaveAsync();
        return Paging.Cut(shares, ByAmount, page);
    }

    public Task<UsageView> GetMonthToDateAsync() => ReadAsync(null, null);

    public Task<UsageView> GetDaysAsync(DateOnly from, DateOnly to) => ReadAsync(from, to);

    private async Task<UsageView> ReadAsync(DateOnly? from, DateOnly? to)
    {
        var (book, reading, now) = await OpenAsync();
        var (first, end) = UsageRules.RangeOf(book.Calendar.MonthOf(now), from, to);
        var view = await reading.ReadAsync(first, end, now);
        var today = book.Calendar.DayOf(now);
        if (today >= first && today < end)
            view = view with { Projection = await reading.ProjectAsync(today, now) };
        // Nothing is shown that isn't on disk.
        await _ledger.SaveAsync();
        return view;
    }

    private async Task<(UsageBook Book, UsageReading Reading, DateTime Now)> OpenAsync()
    {
        var timeZone = await TimeZoneAsync();
        DateTime now;
        while (!_ledger.IsCurrent(now = Now.UtcDateTime, timeZone) && !_ledger.IsEmpty)
            await CatchUpAsync(now, timeZone);
        var book = _ledger.BookAt(now, timeZone);
        return (book, new UsageReading(book, _ledger.Closed, timeZone), now);
    }

    private async Task CatchUpAsync(DateTime now, string timeZone)
    {
        try
        {
            await _ledger.CatchUpAsync(now, timeZone);
        }
        catch
        {
            // What is in memory may be ahead of what is stored.
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task EnsureRightAsync(Actor actor, CompanyRight right)
    {
        try
        {
            await GrainFactory.GetGrain<ICompanyGrain>(Key).EnsureRightAsync(actor, right);
        }
        catch (RefusedException) when (_ledger.IsEmpty)
        {
            // Anybody signed in can ask for any id: a company that doesn't exist must not stay in memory.
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task<string> TimeZoneAsync() =>
        (await GrainFactory.GetGrain<IBusinessHoursGrain>(Key).GetAsync()).Schedule?.TimeZone ?? "Etc/UTC";

    // The most first; as texts of one length, so that they sort as numbers.
    private static string ByAmount(UsageShare share) =>
        string.Join(
            ' ',
            share
                .Amounts.Select(amount =>
                    (1_000_000_000_000_000_000m - amount).ToString("0000000000000000000.000000", CultureInfo.InvariantCulture)
                )
                .Append(share.Id)
        );
}
