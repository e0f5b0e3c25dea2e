using System.Globalization;
using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace Kayse.Grains.Billing;

/// <remarks>
/// An entry is one write, and has the balance after it: there is nothing beside the ledger that could differ from it.
/// </remarks>
[GrainType("wallet")]
internal sealed class WalletGrain : DurableGrain, IWalletGrain, IRemindable
{
    // An entry with its audit record has up to some 2 KB.
    private const int EntriesOfSegment = 100;

    private readonly SegmentedList<LedgerEntry> _ledger;
    private readonly PendingReminder _reminder;
    private readonly PendingSteps<LedgerEntry> _steps;
    private readonly string _currency;
    private readonly TimeProvider _clock;
    private WalletEntry? _last;

    public WalletGrain(
        [FromKeyedServices(Storage)] IGrainStorage segments,
        IGrainContext context,
        IOptions<BillingOptions> options,
        TimeProvider clock
    )
    {
        _ledger = new SegmentedList<LedgerEntry>(segments, context.GrainId, "ledger", EntriesOfSegment, DeactivateOnIdle);
        (_currency, _clock) = (options.Value.Currency, clock);
        _reminder = NewPendingReminder(() => Unrecorded.Count > 0);
        _steps = new PendingSteps<LedgerEntry>(_reminder, () => Unrecorded, MarkRecordedAsync, RecordAsync, DeactivateOnIdle);
    }

    private IReadOnlyList<LedgerEntry> Unrecorded => [.. _ledger.Items.Where(entry => entry.Unrecorded is not null)];

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _ledger.LoadAsync();
        _last = _ledger.Items.MaxBy(entry => entry.Entry.Number)?.Entry;
        await _steps.ResumeAsync();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _ledger.FlushAsync();

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await _steps.ResumeAsync();
        await _reminder.RemoveIfDoneAsync();
    }

    public Task<WalletView> GetAsync(PageRequest page) =>
        Task.FromResult(
            new WalletView(_currency, _last?.Balance ?? 0, Paging.Cut(_ledger.Items.Select(entry => entry.Entry), KeyOf, page))
        );

    public async Task<WalletEntry> RefillAsync(RefillWallet command, AuditOrigin by)
    {
        if (_ledger.Find(WalletRules.IdOf(command.PaymentId)) is { Entry: var known })
            return known.Amount == command.Amount ? known : throw new RefusedException(BillingErrors.PaymentMismatch);
        if (_ledger.Count >= WalletRules.MaxEntries)
            throw new RefusedException(BillingErrors.LedgerFull);
        var entry = WalletRules.Refilled(_last, command, by.Actor.UserId, _clock.GetUtcNow());
        return await EnterAsync(entry, BillingAudit.Refilled(Key, entry, _currency, by, _clock));
    }

    public async Task ChargeAsync(DateOnly month, long amount)
    {
        if (_ledger.Find(WalletRules.IdOf(month)) is not null)
            return;
        var entry = WalletRules.Charged(_last, month, amount, _clock.GetUtcNow());
        await EnterAsync(entry, BillingAudit.Charged(Key, entry, _currency, _clock));
    }

    private async Task<WalletEntry> EnterAsync(WalletEntry entry, AuditRecord record)
    {
        var stored = new LedgerEntry(entry, record);
        await _steps.SaveAsync([stored], () => _ledger.PutAsync(stored));
        _last = entry;
        return entry;
    }

    // Newest first.
    private static string KeyOf(WalletEntry entry) => (long.MaxValue - entry.Number).ToString("d19", CultureInfo.InvariantCulture);

    private async Task<StepResult> RecordAsync(LedgerEntry entry)
    {
        await GrainFactory.GetGrain<IAuditLogGrain>(Key).AppendAsync([entry.Unrecorded!]);
        return StepResult.Done;
    }

    // The log knows what it has, so the next write will do.
    private Task MarkRecordedAsync(IReadOnlyCollection<LedgerEntry> recorded)
    {
        foreach (var entry in recorded)
            _ledger.Note(entry with { Unrecorded = null });
        return Task.CompletedTask;
    }
}
