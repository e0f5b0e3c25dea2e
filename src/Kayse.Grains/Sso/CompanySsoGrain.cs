using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.Users;

namespace Kayse.Grains.Sso;

[GrainType("company-sso")]
internal sealed class CompanySsoGrain : DurableGrain, ICompanySsoGrain, ISsoNewsGrain, IRemindable
{
    private const string DailyCheck = "break-glass";

    private static readonly TimeSpan _day = TimeSpan.FromDays(1);
    private static readonly CompanyRight _readers = new(Role.Admin, []);
    private static readonly CompanyRight _owners = new(Role.SuperAdmin, []);

    private readonly IPersistentState<CompanySsoState> _storage;
    private readonly PendingReminder _reminder;
    private readonly PendingSteps<SsoStep> _steps;
    private readonly CompanyConnections _connections;
    private readonly BreakGlass _breakGlass;
    private readonly SsoTests _tests;
    private readonly TimeProvider _clock;

    // What a read or a sign-in that interleaves with a write is shown.
    private CompanySsoState _stored = new();

    public CompanySsoGrain(
        [PersistentState("company-sso", Storage)] IPersistentState<CompanySsoState> storage,
        IGrainContext context,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        (_storage, _clock) = (storage, clock);
        var companyId = context.GrainId.Key.ToString()!;
        _connections = new CompanyConnections(companyId, grains, clock);
        _breakGlass = new BreakGlass(companyId, grains);
        _tests = new SsoTests(clock);
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        var following = new SsoSteps(companyId, () => State, SaveAsync, grains, clock);
        _steps = new PendingSteps<SsoStep>(
            _reminder,
            () => State.Pending,
            done => SaveAsync(State with { Pending = State.Pending.Without(done) }),
            following.ExecuteAsync,
            DeactivateOnIdle
        );
    }

    private CompanySsoState State => _storage.State;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _stored = State;
        return _steps.ResumeAsync();
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await _steps.ResumeAsync();
        await _reminder.RemoveIfDoneAsync();
        if (reminderName != DailyCheck)
            return;
        // A crash may have lost the hint.
        await SuperAdminsChangedAsync();
        if (!State.Enforced)
            await StopReminderAsync(DailyCheck);
    }

    public async Task SuperAdminsChangedAsync()
    {
        if (!State.Enforced)
            return;
        var next = State with { BreakGlassUserIds = await _breakGlass.ChooseAsync(actorId: null, wanted: null, State) };
        if (SsoUseRules.AffectsMembers(State, next))
            await ChangeUseAsync(next, AuditOrigin.Nobody);
    }

    public async Task BreakGlassUsedAsync(string userId, DateTimeOffset at)
    {
        var person = await GrainFactory.GetGrain<IUserGrain>(userId).GetAsync();
        if (person is not null && State.BreakGlassUserIds.Contains(userId, StringComparer.Ordinal))
            await StoreAsync(State.Then(new TellSuperAdmins(SsoNews.BreakGlassUsed, person.FullName, at)));
    }

    public async Task<SsoOverview> GetAsync(Actor actor)
    {
        await AuthorizeAsync(actor, _readers);
        return await OverviewAsync(actor);
    }

    public Task AuthorizeChangeAsync(Actor actor) => AuthorizeOwnerAsync(actor);

    public async Task<SsoConnection> ConfigureAsync(Actor actor, ConfigureSso command)
    {
        var by = await AuthorizeOwnerAsync(actor);
        var before = await _connections.FindAsync(command.Protocol);
        if (State.Enforced && State.InUse == command.Protocol && before is not null)
            SsoUseRules.EnsureSameProvider(before, command);
        CompanyConnections.Check(before, command);
        // What is about to be changed is recorded whatever happens in between.
        var recording = State.Then(new RecordConfiguration(command.Protocol, by));
        await _steps.StoreAsync(recording.Pending, () => SaveAsync(recording));
        var after = await _connections.ConfigureAsync(command);
        await _steps.ExecuteAsync();
        return after.WithoutSecrets();
    }

    public async Task RemoveAsync(Actor actor, SsoProtocol protocol)
    {
        var by = await AuthorizeOwnerAsync(actor);
        if (State.InUse == protocol && State.Enforced)
            throw new RefusedException(SsoErrors.Enforced);
        if (await _connections.FindAsync(protocol) is not { } connection)
            throw new RefusedException(GeneralErrors.NotFound);
        var next = State.WithRecorded(protocol, null) with { InUse = State.InUse == protocol ? null : State.InUse };
        await StoreAsync(next.Then(new RemoveConnection(protocol), SsoAudit.Removed(Key, connection, by, _clock)));
    }

    public async Task<SsoOverview> SetUseAsync(Actor actor, SetSsoUse command)
    {
        var by = await AuthorizeOwnerAsync(actor);
        if (command.Protocol is { } protocol)
        {
            var connection = await _connections.FindAsync(protocol) ?? throw new RefusedException(SsoErrors.NotConfigured);
            if (command.Enforced && !(State.Enforced && State.InUse == protocol))
                _tests.EnsurePassed(actor.UserId, connection);
        }

        var exempt = command.Enforced ? await _breakGlass.ChooseAsync(actor.UserId, command.BreakGlassUserIds, State) : [];
        var next = SsoUseRules.Apply(State, command, exempt);
        await ChangeUseAsync(next, by);
        return await OverviewAsync(actor);
    }

    public async Task<SsoConnection> BeginTestAsync(Actor actor, SsoProtocol protocol)
    {
        await AuthorizeAsync(actor, _owners);
        return (await _connections.FindAsync(protocol))?.WithoutSecrets() ?? throw new RefusedException(GeneralErrors.NotFound);
    }

    public async Task<SsoTestReport> CompleteTestAsync(Actor actor, CompleteSsoTest command)
    {
        await AuthorizeAsync(actor, _owners);
        var person = await GrainFactory.GetGrain<IUserGrain>(actor.UserId).GetAsync();
        var checks = await _connections.CheckAsync(command.Identity, person);
        DelayDeactivation(SsoTestResult.Lifetime);
        return _tests.Note(actor.UserId, command, checks);
    }

    public async Task<SsoOffer?> GetOfferAsync()
    {
        // Anybody may ask for any company: one that has none must not stay in memory.
        if (_stored.InUse is not { } protocol)
        {
            if (_stored.Pending.Count == 0 && _tests.IsEmpty)
                DeactivateOnIdle();
            return null;
        }

        return await _connections.FindAsync(protocol) is { } connection ? new SsoOffer(connection.Id, protocol) : null;
    }

    public async Task<SignedIn> SignInAsync(SsoSignIn command)
    {
        if (_stored.InUse is not { } protocol || SsoConnectionIds.Of(Key, protocol) != command.Identity.ConnectionId)
            throw new RefusedException(SsoErrors.Unavailable);
        var userId = await _connections.FindPersonAsync(command, _stored.JustInTime);
        return await GrainFactory.GetGrain<ISsoSignInGrain>(userId).SignInBySsoAsync(Key, command);
    }

    private async Task<SsoOverview> OverviewAsync(Actor actor) =>
        new()
        {
            Connections = [.. (await _connections.ListAsync()).Select(connection => connection.WithoutSecrets())],
            InUse = _stored.InUse,
            Enforced = _stored.Enforced,
            JustInTime = _stored.JustInTime,
            BreakGlass = await _breakGlass.ListAsync(_stored),
            Domains = await _connections.ListDomainsAsync(actor),
            LastTest = _tests.Find(actor.UserId),
        };

    private async Task ChangeUseAsync(CompanySsoState next, AuditOrigin by)
    {
        var change = SsoAudit.UseChanged(Key, State, next, by, _clock);
        if (change.Audit.Changes.Count == 0)
            return;
        if (next.Enforced)
            await this.RegisterOrUpdateReminder(DailyCheck, _day, _day);
        SsoStep[] following = SsoUseRules.AffectsMembers(State, next) ? [new ApplyRequirement(), change] : [change];
        await StoreAsync(next.Then([.. following, .. SsoUseRules.NewsOf(State, next, by, _clock)]));
    }

    private Task<AuditOrigin> AuthorizeAsync(Actor actor, CompanyRight right) =>
        GrainFactory.GetGrain<ICompanyGrain>(Key).AuthorizeAsync(actor, right);

    // Whoever can change this can sign in as anybody in the company.
    private async Task<AuditOrigin> AuthorizeOwnerAsync(Actor actor)
    {
        var origin = await AuthorizeAsync(actor, _owners);
        if (actor.Key is not null)
            throw new RefusedException(GeneralErrors.Forbidden);
        return actor.IsProved ? origin : throw new RefusedException(SessionErrors.StepUpRequired);
    }

    private Task StoreAsync(CompanySsoState next) => _steps.SaveAsync(next.Pending, () => SaveAsync(next));

    private async Task SaveAsync(CompanySsoState next)
    {
        await SaveAsync(_storage, next);
        _stored = next;
    }
}
