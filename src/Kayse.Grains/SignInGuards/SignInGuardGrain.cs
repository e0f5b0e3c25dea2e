using Kayse.Grains.State;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.SignInGuards;

[GrainType("sign-in-guard")]
internal sealed class SignInGuardGrain(
    [PersistentState("guard", DurableGrain.Storage)] IPersistentState<SignInGuardState> storage,
    IOptions<SignInGuardOptions> options,
    TimeProvider clock
) : DurableGrain, ISignInGuardGrain, IRemindable
{
    private const string Forget = "forget";
    private static readonly TimeSpan _retry = TimeSpan.FromHours(1);
    private readonly AttemptsUnderWay _underWay = new(clock);

    private SignInGuardState State => storage.State;

    private SignInGuardRules Rules => SignInGuardRules.Of(Key, options.Value);

    public async Task<SignInGuardAnswer> AttemptAsync(string attemptId)
    {
        var answer = Judge();
        while (answer is null && await _underWay.OneEndsAsync())
            answer = Judge();
        if (answer is { Verdict: SignInGuardVerdict.Allowed })
            _underWay.Begin(attemptId);
        return answer ?? ComeBack;
    }

    public async Task<SignInGuardAnswer> FailedAsync(string attemptId)
    {
        var next = Rules.WithFailure(State, clock.GetUtcNow());
        // Before the count, so that none is stored which nothing would ever clear.
        if (!storage.RecordExists)
            await this.RegisterOrUpdateReminder(Forget, Rules.Rule.ForgetAfter, _retry);
        await SaveAsync(storage, next);
        _underWay.End(attemptId);
        return Judge() ?? ComeBack;
    }

    public async Task SucceededAsync(string attemptId)
    {
        if (!Rules.IsShared)
            await ClearAsync();
        _underWay.End(attemptId);
    }

    public Task ReleaseAsync(string attemptId)
    {
        _underWay.End(attemptId);
        return Task.CompletedTask;
    }

    public async Task ClearAsync()
    {
        if (!storage.RecordExists)
            return;
        await ClearAsync(storage);
        await StopReminderAsync(Forget);
    }

    public Task LockToldAsync() =>
        State is { LockedUntil: not null, LockTold: false } ? SaveAsync(storage, State with { LockTold = true }) : Task.CompletedTask;

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var forgottenIn = Rules.ForgottenAt(State) - clock.GetUtcNow();
        if (storage.RecordExists && forgottenIn > TimeSpan.Zero)
        {
            await this.RegisterOrUpdateReminder(Forget, forgottenIn, _retry);
            return;
        }

        await ClearAsync();
        await StopReminderAsync(reminderName);
        DeactivateOnIdle();
    }

    private static SignInGuardAnswer ComeBack => new(SignInGuardVerdict.Wait, SignInGuardRules.ShortWait, LockUntold: false);

    private SignInGuardAnswer? Judge() => Rules.Judge(State, _underWay.Count, clock.GetUtcNow());
}
