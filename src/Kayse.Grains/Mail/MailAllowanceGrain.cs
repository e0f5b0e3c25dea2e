using Kayse.Grains.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Storage;

namespace Kayse.Grains.Mail;

// Reentrant, so that mails that are asked for together share a write.
[GrainType("mail-allowance"), Reentrant]
internal sealed class MailAllowanceGrain : DurableGrain, IMailAllowanceGrain
{
    private const int SegmentCapacity = 32;

    private readonly SegmentedList<MailAllowanceRecord> _addresses;
    private readonly Queue<(string Id, DateTimeOffset Until)> _outdating = new();
    private readonly MailAllowanceOptions _options;
    private readonly TimeProvider _clock;

    public MailAllowanceGrain(
        [FromKeyedServices(Storage)] IGrainStorage segments,
        IGrainContext context,
        IOptions<MailAllowanceOptions> options,
        TimeProvider clock
    )
    {
        _addresses = new SegmentedList<MailAllowanceRecord>(segments, context.GrainId, "addresses", SegmentCapacity, DeactivateOnIdle);
        _options = options.Value;
        _clock = clock;
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _addresses.LoadAsync();
        foreach (var (id, until) in _addresses.Items.Select(address => (address.Id, UntilOf(address))).OrderBy(address => address.Item2))
            _outdating.Enqueue((id, until));
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        ForgetOutdated();
        return _addresses.FlushAsync();
    }

    public async Task<TimeSpan?> TakeAsync(string address, string mailId)
    {
        ForgetOutdated();
        var id = MailAllowanceRules.IdOf(address);
        var now = _clock.GetUtcNow();
        var recent = MailAllowanceRules.Recent(_addresses.Find(id), _options, now);
        if (recent.Any(mail => mail.Id == mailId))
        {
            // It may be known and not yet on disk.
            await _addresses.PutAsync(_addresses.Find(id)!);
            return null;
        }

        if (MailAllowanceRules.WaitFor(recent, _options, now) is { } wait)
            return wait;
        _outdating.Enqueue((id, now + _options.Window));
        await _addresses.PutAsync(new MailAllowanceRecord { Id = id, Mails = [.. recent, new CountedMail(mailId, now)] });
        return null;
    }

    // The places of addresses that got nothing for a whole window are for others; on disk that is with the next write
    // there.
    private void ForgetOutdated()
    {
        var now = _clock.GetUtcNow();
        while (_outdating.TryPeek(out var next) && next.Until <= now)
        {
            _outdating.Dequeue();
            if (_addresses.Find(next.Id) is { } address && UntilOf(address) <= now)
                _addresses.NoteRemoval(next.Id);
        }
    }

    private DateTimeOffset UntilOf(MailAllowanceRecord address) => address.Mails[^1].At + _options.Window;
}
