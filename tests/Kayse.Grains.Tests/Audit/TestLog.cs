using Kayse.Grains.Audit;
using Kayse.Grains.Lists;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Kayse.Grains.Tests.Audit;

/// <summary>The log of a company, and records to append to it.</summary>
internal sealed class TestLog(TestSilo silo)
{
    public static readonly PageRequest AllOfIt = new(200, null);

    private readonly string _companyId = EntityId.New(silo.Clock);

    public IAuditLogGrain Grain => silo.Grains.GetGrain<IAuditLogGrain>(_companyId);

    public GrainId Id => GrainId.Create("audit-log", _companyId);

    public IGrainStorage Storage => silo.Services.GetRequiredKeyedService<IGrainStorage>("grains");

    /// <summary>A record of now, with an id of its own.</summary>
    public AuditRecord Record(
        string action = AuditActions.MemberUpdated,
        string? actor = "ada",
        string target = "ben",
        params IReadOnlyList<AuditChange> changes
    ) =>
        new(
            EntityId.New(silo.Clock),
            silo.Clock.GetUtcNow(),
            actor is null ? AuditActor.Nobody : new AuditActor(actor, $"Name of {actor}"),
            action,
            new AuditTarget(KindOf(action), target, $"Name of {target}"),
            changes,
            actor is null ? null : "192.0.2.7",
            actor is null ? null : "session",
            _companyId
        );

    public async Task<IReadOnlyList<AuditRecord>> AppendAsync(int count, Func<int, AuditRecord>? make = null)
    {
        var records = Enumerable.Range(0, count).Select(i => make is null ? Record() : make(i)).ToList();
        foreach (var some in records.Chunk(500))
            await Grain.AppendAsync(some);
        return records;
    }

    /// <summary>
    /// All entries that pass, latest first, in pages of that many; each page has to give the same total.
    /// </summary>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(AuditFilter? filter = null, int pageSize = 200)
    {
        var entries = new List<AuditEntry>();
        Page<AuditEntry>? page = null;
        do
        {
            page = await Grain.ListAsync(filter ?? AuditFilter.Everything, new PageRequest(pageSize, page?.NextCursor));
            entries.AddRange(page.Items);
        } while (page.NextCursor is not null);
        page.Total.ShouldBe(entries.Count);
        return entries;
    }

    public async Task<AuditVerification> VerifyAsync(AuditChainPoint? from = null)
    {
        var verification = await Grain.VerifyAsync(from);
        while (!verification.IsComplete)
            verification = await Grain.VerifyAsync(verification.Holds);
        return verification;
    }

    public async Task<AuditVerification> ShouldHoldAsync(long entries)
    {
        var verification = await VerifyAsync();
        verification.BrokenAt.ShouldBeNull();
        verification.Holds.Count.ShouldBe(entries);
        return verification;
    }

    /// <summary>Deletes what is older than the retention period, as happens once a day.</summary>
    public Task DeleteOldAsync() => Grain.AsReference<IRemindable>().ReceiveReminder("retention", new TickStatus());

    private static string KindOf(string action) =>
        action.Split('.')[0] switch
        {
            "member" => AuditTargetKinds.Member,
            "invitation" => AuditTargetKinds.Invitation,
            "scope" => AuditTargetKinds.Scope,
            _ => AuditTargetKinds.Company,
        };
}
