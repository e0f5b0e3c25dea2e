using Kayse.Grains.Audit;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.State;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Kayse.Grains.Scim;

/// <summary>One activation for a company's directory: its people, its groups, and how it is connected.</summary>
[GrainType("scim-directory")]
internal sealed class ScimDirectoryGrain : DurableGrain, IScimUsersGrain, IScimGroupsGrain, IScimDirectoryGrain, IRemindable
{
    private const int AppliedAtOnce = 200;

    private readonly IPersistentState<ScimDirectoryState> _storage;
    private readonly PendingReminder _reminder;
    private readonly PendingSteps<ScimStep> _steps;
    private readonly DelayedWork _more;
    private readonly ScimContext _directory;
    private readonly ScimTokenRing _tokens;
    private readonly ScimListing _listing;
    private readonly ScimGroupListing _groupListing;
    private readonly ScimUserCommands _users;
    private readonly ScimBulkCreation _creation;
    private readonly ScimGroupCommands _groups;
    private readonly ScimMappings _mappings;
    private readonly ScimBrake _brake;
    private readonly ScimReturns _returns;
    private readonly ScimAccess _access;

    public ScimDirectoryGrain(
        [PersistentState("scim-directory", Storage)] IPersistentState<ScimDirectoryState> storage,
        [FromKeyedServices(Storage)] IGrainStorage segments,
        IGrainContext context,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        _storage = storage;
        var companyId = context.GrainId.Key.ToString()!;
        var records = new GrainRecords(segments, context.GrainId, DeactivateOnIdle);
        var (people, groups) = (new ScimPeople(records), new ScimGroups(records));
        _reminder = NewPendingReminder(() => storage.State.Pending.Count > 0 || people.Due.Count > 0);
        _more = new DelayedWork(this, TimeSpan.Zero, ApplyMoreAsync);
        _directory = new ScimContext(companyId, storage, SaveAsync, people, groups, grains, clock);
        var steps = new ScimSteps(companyId, grains, clock);
        _steps = new PendingSteps<ScimStep>(
            _reminder,
            () => storage.State.Pending,
            done => SaveAsync(storage, storage.State with { Pending = storage.State.Pending.Without(done) }),
            steps.ExecuteAsync,
            DeactivateOnIdle
        );
        var members = new ScimMembers(_directory);
        _tokens = new ScimTokenRing(_directory);
        _listing = new ScimListing(_directory, members);
        _brake = new ScimBrake(_directory, members);
        _users = new ScimUserCommands(_directory, _listing, _brake);
        _creation = new ScimBulkCreation(_directory, _tokens, _users);
        _groups = new ScimGroupCommands(_directory, members, _reminder);
        _groupListing = new ScimGroupListing(_directory, _groups);
        _mappings = new ScimMappings(_directory, _groups);
        _returns = new ScimReturns(_directory, grains);
        _access = new ScimAccess(_directory);
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (!_storage.RecordExists)
            return;
        await _directory.People.LoadAsync();
        await _directory.Groups.LoadAsync();
        await _steps.ResumeAsync();
        if (_directory.People.Due.Count > 0)
            _more.Schedule();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        _directory.People.FlushAsync();

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await _steps.ResumeAsync();
        await ApplyMoreAsync();
        await _directory.People.FlushAsync();
        await _reminder.RemoveIfDoneAsync();
    }

    public Task<ScimTokenHolder> AuthenticateAsync(ScimCaller caller)
    {
        LeaveIfEmpty();
        return Task.FromResult(new ScimTokenHolder(_tokens.Authenticate(caller).Id));
    }

    public async Task<ScimPage<ScimUserView>> ListUsersAsync(ScimCaller caller, ScimListQuery query) =>
        await _listing.ListAsync(await _tokens.ActorAsync(caller), query);

    public async Task<ScimUserView> GetUserAsync(ScimCaller caller, string id) =>
        (await _listing.GetAsync(await _tokens.ActorAsync(caller), id)).ViewWith(_directory.Groups);

    public async Task<ScimResult<ScimUserView>> CreateUserAsync(ScimCaller caller, ScimUser user) =>
        await _users.CreateAsync(await _tokens.ActorAsync(caller), user);

    public Task<IReadOnlyList<ScimCreated>> CreateUsersAsync(IReadOnlyList<ScimCreation> requests) => _creation.CreateAsync(requests);

    public async Task<ScimResult<ScimUserView>> ReplaceUserAsync(ScimCaller caller, string id, ScimUser user, long? expectedVersion) =>
        await _users.ReplaceAsync(await _tokens.ActorAsync(caller), id, user, expectedVersion);

    public async Task<ScimResult<ScimUserView>> PatchUserAsync(ScimCaller caller, string id, ScimPatch patch, long? expectedVersion) =>
        await _users.PatchAsync(await _tokens.ActorAsync(caller), id, patch, expectedVersion);

    public async Task DeleteUserAsync(ScimCaller caller, string id, long? expectedVersion) =>
        await _users.DeleteAsync(await _tokens.ActorAsync(caller), id, expectedVersion);

    public async Task<ScimPage<ScimGroupView>> ListGroupsAsync(ScimCaller caller, ScimListQuery query)
    {
        await _tokens.ActorAsync(caller);
        return _groupListing.List(query);
    }

    public async Task<ScimGroupView> GetGroupAsync(ScimCaller caller, string id, bool withMembers)
    {
        await _tokens.ActorAsync(caller);
        return _groups.ViewOf(_groups.Get(id), withMembers);
    }

    public async Task<ScimResult<ScimGroupView>> CreateGroupAsync(ScimCaller caller, ScimGroup group)
    {
        var actor = await _tokens.ActorAsync(caller);
        var result = await _groups.CreateAsync(actor, group);
        await ApplyAsync(actor);
        return result;
    }

    public async Task<ScimResult<ScimGroupView>> ReplaceGroupAsync(ScimCaller caller, string id, ScimGroup group, long? expectedVersion)
    {
        var actor = await _tokens.ActorAsync(caller);
        var result = await _groups.ReplaceAsync(actor, id, group, expectedVersion);
        await ApplyAsync(actor);
        return result;
    }

    public async Task<ScimResult<ScimGroupView>> PatchGroupAsync(ScimCaller caller, string id, ScimPatch patch, long? expectedVersion)
    {
        var actor = await _tokens.ActorAsync(caller);
        var result = await _groups.PatchAsync(actor, id, patch, expectedVersion);
        await ApplyAsync(actor);
        return result;
    }

    public async Task DeleteGroupAsync(ScimCaller caller, string id, long? expectedVersion)
    {
        var actor = await _tokens.ActorAsync(caller);
        await _groups.DeleteAsync(id, expectedVersion);
        await ApplyAsync(actor);
    }

    public async Task<ScimOverview> GetOverviewAsync(Actor actor)
    {
        await _directory.AuthorizeAsync(actor, Role.Admin);
        return _mappings.Overview;
    }

    public Task<IssuedScimToken> CreateTokenAsync(Actor actor, CreateScimToken command) => _tokens.CreateAsync(actor, command);

    public Task RevokeTokenAsync(Actor actor, string tokenId) => _tokens.RevokeAsync(actor, tokenId);

    public Task<Page<ScimGroupMapping>> ListMappingsAsync(Actor actor, PageRequest page) => _mappings.ListAsync(actor, page);

    public Task<ScimGroupMapping> GetMappingAsync(Actor actor, string groupId) => _mappings.GetAsync(actor, groupId);

    public async Task<ScimGroupMapping> SetMappingAsync(Actor actor, string groupId, ProvisionedAccess? access)
    {
        var mapping = await _mappings.SetAsync(actor, groupId, access);
        await ApplyAsync(ActorOfMappings);
        return mapping;
    }

    public async Task<ScimOverview> ReleaseBrakeAsync(Actor actor)
    {
        await _brake.ReleaseAsync(await _mappings.AuthorizeAsync(actor));
        return _mappings.Overview;
    }

    public Task AllowReturnAsync(Actor actor, string email) => _returns.AllowAsync(actor, email);

    public async Task EraseAsync(string userId)
    {
        LeaveIfEmpty();
        if (_directory.People.Find(userId) is not null && await _directory.Company.FindProvisionedAsync(ActorOfMappings, userId) is null)
            await _directory.People.RemoveAsync(userId);
    }

    public Task<ScimUserView?> ExportAsync(string userId)
    {
        LeaveIfEmpty();
        return Task.FromResult(_mappings.Find(userId));
    }

    // Anybody can name any company: one that has no directory must not stay in memory.
    private void LeaveIfEmpty()
    {
        if (!_storage.RecordExists)
            DeactivateOnIdle();
    }

    // What follows from a mapping, or is done later, no token does.
    private Actor ActorOfMappings => Actor.Directory(Key, ipAddress: null);

    private async Task ApplyAsync(Actor actor)
    {
        if (await _access.ApplyAsync(actor, AppliedAtOnce))
            _more.Schedule();
    }

    private Task ApplyMoreAsync() => ApplyAsync(ActorOfMappings);

    private Task SaveAsync(ScimDirectoryState next) => _steps.SaveAsync(next.Pending, () => SaveAsync(_storage, next));
}
