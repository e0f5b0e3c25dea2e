using Kayse.Grains.Audit;
using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Sso.Saml;

[GrainType("saml-upkeep")]
internal sealed class SamlUpkeepGrain : DurableGrain, ISamlUpkeepGrain, IRemindable
{
    private const string DailyName = "daily";

    private static readonly TimeSpan _daily = TimeSpan.FromDays(1);

    private readonly IPersistentState<SamlUpkeepState> _storage;
    private readonly ISamlMetadataSource _source;
    private readonly TimeProvider _clock;
    private readonly PendingReminder _reminder;
    private readonly PendingSteps<SamlUpkeepStep> _steps;
    private bool _isDaily;

    public SamlUpkeepGrain(
        [PersistentState("saml-upkeep", Storage)] IPersistentState<SamlUpkeepState> storage,
        ISamlMetadataSource source,
        IGrainContext context,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        (_storage, _source, _clock) = (storage, source, clock);
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        var following = new SamlUpkeepSteps(context.GrainId.Key.ToString()!, grains, clock);
        _steps = new PendingSteps<SamlUpkeepStep>(
            _reminder,
            () => State.Pending,
            done => SaveAsync(storage, State with { Pending = State.Pending.Without(done) }),
            following.ExecuteAsync,
            DeactivateOnIdle
        );
    }

    private SamlUpkeepState State => _storage.State;

    private DateTimeOffset Now => _clock.GetUtcNow();

    private ISsoConnectionGrain Connection => GrainFactory.GetGrain<ISsoConnectionGrain>(SsoConnectionIds.Of(Key, SsoProtocol.Saml));

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _steps.ResumeAsync();

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await _steps.ResumeAsync();
        if (reminderName == DailyName)
            await KeepUpAsync();
        else
            await _reminder.RemoveIfDoneAsync();
    }

    public async Task KeepUpAsync()
    {
        if (await Connection.GetAsync() is not { Saml: { } settings } connection)
        {
            await StopReminderAsync(DailyName);
            _isDaily = false;
            DeactivateOnIdle();
            return;
        }

        if (!_isDaily)
            await this.RegisterOrUpdateReminder(DailyName, _daily, _daily);
        _isDaily = true;
        if (settings.MetadataUrl is not null && SamlUpkeepRules.IsReadingDue(State, Now))
            await ReadAsync(connection, settings.MetadataUrl);
        var current = await Connection.GetAsync();
        if (SamlUpkeepRules.WarningDue(State, current?.Saml?.Certificates ?? [], Now) is { } warning)
            await StoreAsync((State with { Warned = warning }).Then(new WarnOfCertificate(warning)));
    }

    public async Task<bool> LookForNewCertificateAsync()
    {
        if (await Connection.GetAsync() is not { Saml: { MetadataUrl: { } url } settings } connection)
        {
            DeactivateOnIdle();
            return false;
        }

        if (!SamlUpkeepRules.MayTry(State, Now))
            return false;
        await ReadAsync(connection, url);
        return !SamlSettingsRules.AreSame(settings, (await Connection.GetAsync())?.Saml);
    }

    public Task<SamlMetadataTimes> GetMetadataTimesAsync() =>
        Task.FromResult(
            new SamlMetadataTimes(State.ReadAt, State.TriedAt > (State.ReadAt ?? DateTimeOffset.MinValue) ? State.TriedAt : null)
        );

    private async Task ReadAsync(SsoConnection connection, string url)
    {
        var xml = await _source.FetchAsync(url);
        var now = Now;
        var provider = xml is null ? null : SamlMetadata.Read(xml);
        var settings = connection.Saml!;
        if (provider is null || SamlSettingsRules.Refresh(settings, provider) is not { } next)
        {
            await StoreAsync(State with { TriedAt = now });
            return;
        }

        var read = State with { ReadAt = now, TriedAt = now };
        if (!SamlSettingsRules.AreSame(settings, next))
        {
            var (before, after) = (connection.WithoutSecrets(), (connection with { Saml = next }).WithoutSecrets());
            var change = SsoAudit.Configured(Key, before, after, AuditOrigin.Nobody, _clock);
            read = read.Then(new ApplySamlMetadata(provider), new RecordSamlChange(change.Audit));
        }

        await StoreAsync(read);
    }

    private Task StoreAsync(SamlUpkeepState next) => _steps.SaveAsync(next.Pending, () => SaveAsync(_storage, next));
}
