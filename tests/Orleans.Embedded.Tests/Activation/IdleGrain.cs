namespace Orleans.Embedded.Tests.Activation;

public interface IIdleGrain : IGrainWithStringKey
{
    Task<Guid> Instance();

    Task Delay(TimeSpan by);

    /// <summary>Starts a timer that ticks every 70 seconds.</summary>
    Task StartTimer(bool keepAlive);

    Task Hold(string gate);
}

/// <summary>Collected after the silo's default age.</summary>
public interface IDefaultIdleGrain : IIdleGrain;

/// <summary>Collected after an age that the silo's options set for it.</summary>
public interface IConfiguredIdleGrain : IIdleGrain;

/// <summary>Collected after the age in its attribute.</summary>
public interface IShortIdleGrain : IIdleGrain;

/// <summary>Never collected.</summary>
public interface IEternalGrain : IIdleGrain;

public abstract class IdleGrainBase(Journal journal, Gates gates) : Grain, IIdleGrain
{
    private readonly Guid _instance = Guid.NewGuid();

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        journal.Note($"{this.GetPrimaryKeyString()} deactivated: {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    public Task<Guid> Instance() => Task.FromResult(_instance);

    public Task Delay(TimeSpan by)
    {
        DelayDeactivation(by);
        return Task.CompletedTask;
    }

    public Task StartTimer(bool keepAlive)
    {
        this.RegisterGrainTimer(
            () =>
            {
                journal.Note("tick");
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(TimeSpan.FromSeconds(70), TimeSpan.FromSeconds(70)) { KeepAlive = keepAlive });
        return Task.CompletedTask;
    }

    public Task Hold(string gate) => gates.Pass(gate);
}

public sealed class DefaultIdleGrain(Journal journal, Gates gates) : IdleGrainBase(journal, gates), IDefaultIdleGrain;

public sealed class ConfiguredIdleGrain(Journal journal, Gates gates) : IdleGrainBase(journal, gates), IConfiguredIdleGrain;

[CollectionAgeLimit(Minutes = 3)]
public sealed class ShortIdleGrain(Journal journal, Gates gates) : IdleGrainBase(journal, gates), IShortIdleGrain;

[KeepAlive]
public sealed class EternalGrain(Journal journal, Gates gates) : IdleGrainBase(journal, gates), IEternalGrain;
