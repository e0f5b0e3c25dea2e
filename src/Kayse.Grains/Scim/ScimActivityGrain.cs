using Kayse.Grains.Companies;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Kayse.Grains.Scim;

[GrainType("scim-activity")]
internal sealed class ScimActivityGrain : DurableGrain, IScimActivityGrain
{
    private const int Max = 1_000;

    // A request has up to some 12 KB.
    private const int SegmentCapacity = 32;

    private static readonly TimeSpan _kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan _saveAfter = TimeSpan.FromSeconds(2);
    private static readonly CompanyRight _admin = new(Role.Admin, []);

    private readonly SegmentedList<ScimActivityRecord> _requests;
    private readonly Queue<string> _byAge = new();
    private readonly DelayedWork _saving;
    private readonly TimeProvider _clock;

    public ScimActivityGrain([FromKeyedServices(Storage)] IGrainStorage storage, IGrainContext context, TimeProvider clock)
    {
        _clock = clock;
        _requests = new(storage, context.GrainId, "requests", SegmentCapacity, DeactivateOnIdle);
        _saving = new DelayedWork(this, _saveAfter, _requests.FlushAsync);
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _requests.LoadAsync();
        foreach (var request in _requests.Items.OrderBy(request => request.Id, StringComparer.Ordinal))
            _byAge.Enqueue(request.Id);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _requests.FlushAsync();

    public Task NoteAsync(ScimRequest request)
    {
        var record = new ScimActivityRecord(EntityId.New(_clock), request);
        RemoveOld(Max - 1);
        _requests.Note(record);
        _byAge.Enqueue(record.Id);
        _saving.Schedule();
        return Task.CompletedTask;
    }

    public async Task<Page<ScimRequest>> ListActivityAsync(Actor actor, bool onlyProblems, PageRequest page)
    {
        await GrainFactory.GetGrain<ICompanyGrain>(Key).AuthorizeAsync(actor, _admin);
        RemoveOld(Max);
        var wanted = _requests.Items.Where(record => !onlyProblems || IsProblem(record.Request));
        var found = Paging.Cut(wanted, KeyOf, page);
        return new Page<ScimRequest>([.. found.Items.Select(record => record.Request)], found.NextCursor, found.Total);
    }

    private void RemoveOld(int atMost)
    {
        var oldest = _clock.GetUtcNow() - _kept;
        while (_byAge.TryPeek(out var id) && (_byAge.Count > atMost || _requests.Find(id)?.Request.At < oldest))
            _requests.NoteRemoval(_byAge.Dequeue());
    }

    // Latest first.
    private static string KeyOf(ScimActivityRecord record) =>
        FormattableString.Invariant($"{long.MaxValue - record.Request.At.UtcTicks:d19}{record.Id}");

    private static bool IsProblem(ScimRequest request) => request is { Status: >= 400 } or { Changed: false };
}

/// <summary>A request, as it is stored.</summary>
[NoPersonalData("Requests of a company's identity provider, without personal values.")]
internal sealed record ScimActivityRecord(string Id, ScimRequest Request) : ISegmentItem;
