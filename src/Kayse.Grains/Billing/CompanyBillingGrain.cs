using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Members;
using Kayse.Grains.State;
using Kayse.Grains.Usage;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Billing;

/// <remarks>
/// Above the company, which it asks who may do what and whom to write to, and above usage, from which it computes what
/// is spent whenever it is asked.
/// </remarks>
[GrainType("company-billing")]
internal sealed class CompanyBillingGrain : DurableGrain, ICompanyBillingGrain, IBillingNewsGrain, IUsageNewsGrain, IRemindable
{
    private const string HourlyCheck = "check-spending";

    private static readonly CompanyRight _admins = new(Role.Admin, []);
    private static readonly CompanyRight _readers = new(Role.User, [Permissions.ReadBilling]);
    private static readonly CompanyRight _managers = new(Role.User, [Permissions.ManageBilling]);
    private static readonly TimeSpan _checkEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    private readonly IPersistentState<BillingState> _storage;
    private readonly BillingOptions _options;
    private readonly TimeProvider _clock;
    private readonly PendingReminder _reminder;
    private readonly PendingSteps<BillingStep> _steps;
    private readonly UsageCosts _costs;
    private readonly DelayedWork _nextCheck;
    private DateTimeOffset _checkedAt;

    public CompanyBillingGrain(
        [PersistentState("billing", Storage)] IPersistentState<BillingState> storage,
        IOptions<BillingOptions> options,
        IGrainContext context,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        (_storage, _options, _clock) = (storage, options.Value, clock);
        _costs = new UsageCosts(grains, context.GrainId.Key.ToString()!, _options);
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        _steps = new PendingSteps<BillingStep>(
            _reminder,
            () => State.Pending,
            done => SaveAsync(_storage, State with { Pending = State.Pending.Without(done) }),
            ExecuteAsync,
            DeactivateOnIdle
        );
        // A turn of its own, which nothing else comes between.
        _nextCheck = new DelayedWork(this, _pause, () => GrainFactory.GetGrain<IUsageNewsGrain>(Key).UsageChangedAsync());
    }

    private BillingState State => _storage.State;

    private DateTimeOffset Now => _clock.GetUtcNow();

    private long? Cap => BillingRules.CapIn(State, _options.Currency);

    private ICompanyAccessGrain Members => GrainFactory.GetGrain<ICompanyAccessGrain>(Key);

    private IWalletGrain Wallet => GrainFactory.GetGrain<IWalletGrain>(Key);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _steps.ResumeAsync();

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await _steps.ResumeAsync();
        await _reminder.RemoveIfDoneAsync();
        if (reminderName != HourlyCheck)
            return;
        // A crash may have lost the hint.
        await EnsureContactAsync(leftByDefault: null);
        await ChargeWalletAsync();
        await CheckSpendingAsync();
    }

    public async Task<BillingPreferencesView> GetPreferencesAsync(Actor actor)
    {
        await EnsureAsync(actor, _readers);
        return await ViewAsync(await FindCandidatesAsync());
    }

    public async Task<BillingCandidates> ListCandidatesAsync(Actor actor)
    {
        await EnsureAsync(actor, _readers);
        return await FindCandidatesAsync();
    }

    public async Task<BillingPreferencesView> SetPreferencesAsync(Actor actor, SetBillingPreferences command)
    {
        await EnsureAsync(actor, _managers);
        var candidates = await FindCandidatesAsync();
        var next = BillingRules.Apply(State, command, candidates, _options.Currency);
        var record = BillingAudit.Changed(Key, State, next, await OriginOfAsync(actor), _clock);
        if (record.Changes.Count > 0)
        {
            await this.RegisterOrUpdateReminder(HourlyCheck, _checkEvery, _checkEvery);
            next = BillingRules.WithWallet(next, await _costs.OpenMonthAsync());
            await SaveAsync(next with { Version = State.Version + 1 }, new RecordChange(record));
            await CheckSpendingAsync();
        }

        return await ViewAsync(candidates);
    }

    public async Task<WalletView> GetWalletAsync(Actor actor, PageRequest page)
    {
        await EnsureAsync(actor, _readers);
        return await Wallet.GetAsync(page);
    }

    public async Task<WalletEntry> RefillWalletAsync(Actor actor, RefillWallet command)
    {
        await EnsureAsync(actor, _managers);
        return await Wallet.RefillAsync(WalletRules.Check(command), await OriginOfAsync(actor));
    }

    public async Task UsageChangedAsync()
    {
        if (Cap is null)
            return;
        if (Now - _checkedAt >= _pause)
            await CheckSpendingAsync();
        else
            _nextCheck.Schedule();
    }

    public Task AdminLeftAsync(string userId, bool wasFirstSuperAdmin) => EnsureContactAsync(wasFirstSuperAdmin ? userId : null);

    private async Task EnsureContactAsync(string? leftByDefault)
    {
        if (State.ContactId is null && leftByDefault is null)
            return;
        var admins = await Members.ListWithRightAsync(_admins);
        if (BillingRules.HeirOf(State, admins.People, leftByDefault) is not { } heir)
            return;
        var next = State with { ContactId = heir.UserId, Version = State.Version + 1 };
        await this.RegisterOrUpdateReminder(HourlyCheck, _checkEvery, _checkEvery);
        await SaveAsync(
            next,
            new RecordChange(BillingAudit.Changed(Key, State, next, AuditOrigin.Nobody, _clock)),
            new SendNotice(BillingMail.ContactPassed(Key, admins.CompanyName, heir, next.Version, Now))
        );
    }

    private async Task CheckSpendingAsync()
    {
        _checkedAt = Now;
        var spending = Cap is null ? null : await _costs.ToDateAsync();
        if (AlertRules.Due(Cap, State.Alerts, spending) is not var (threshold, sent))
            return;
        var readers = await Members.ListWithRightAsync(_readers);
        var alert = new SpendingAlertEmail(
            readers.CompanyName,
            threshold,
            sent.Month,
            spending!.Spent,
            spending.Projected,
            Cap!.Value,
            _options.Currency
        );
        var mails = BillingMail.Alerts(Key, alert, BillingRules.RecipientsOf(State, readers.People), State.CapRaises, Now);
        await SaveAsync(State with { Alerts = sent }, [.. mails.Select(mail => new SendNotice(mail))]);
    }

    // By the usage of months that no longer change, so that repeating it comes to the same.
    private async Task ChargeWalletAsync()
    {
        if (State.ChargedThrough is not { } last)
            return;
        var open = await _costs.OpenMonthAsync();
        for (var month = last.AddMonths(1); month < open; month = month.AddMonths(1))
        {
            if (await _costs.OfMonthAsync(month) is { Spent: > 0 } cost)
                await Wallet.ChargeAsync(month, cost.Spent);
            await SaveAsync(State with { ChargedThrough = month });
        }
    }

    private async Task<BillingPreferencesView> ViewAsync(BillingCandidates candidates)
    {
        var spending = await _costs.ToDateAsync();
        return new(
            BillingRules.ContactOf(State, candidates.Contacts),
            State.Mode,
            _options.Currency,
            Cap,
            BillingRules.ChosenOf(State, candidates.Recipients),
            AlertRules.StatusOf(Cap, spending),
            spending,
            State.Version
        );
    }

    private async Task<BillingCandidates> FindCandidatesAsync() =>
        new((await Members.ListWithRightAsync(_admins)).People, (await Members.ListWithRightAsync(_readers)).People);

    private async Task EnsureAsync(Actor actor, CompanyRight right)
    {
        try
        {
            await GrainFactory.GetGrain<ICompanyGrain>(Key).EnsureRightAsync(actor, right);
        }
        catch (RefusedException) when (!_storage.RecordExists)
        {
            // Anybody signed in can ask for any id: a company that doesn't exist must not stay in memory.
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task<AuditOrigin> OriginOfAsync(Actor actor)
    {
        var member = await GrainFactory.GetGrain<ICompanyMembersGrain>(Key).GetMemberAsync(actor, actor.UserId);
        return new(new AuditActor(member.UserId, member.FullName), actor.IpAddress, actor.SessionId);
    }

    private Task SaveAsync(BillingState next, params BillingStep[] steps)
    {
        var changed = next with { Pending = State.Pending.With(steps) };
        return _steps.SaveAsync(changed.Pending, () => SaveAsync(_storage, changed));
    }

    private async Task<StepResult> ExecuteAsync(BillingStep step)
    {
        switch (step)
        {
            case RecordChange(var record):
                await GrainFactory.GetGrain<IAuditLogGrain>(Key).AppendAsync([record]);
                break;
            case SendNotice(var mail):
                await GrainFactory.GetGrain<IOutboxGrain>(OutboxShards.For(mail.Id)).EnqueueAsync(mail);
                break;
        }

        return StepResult.Done;
    }
}
