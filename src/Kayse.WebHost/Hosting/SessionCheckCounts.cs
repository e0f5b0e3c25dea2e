using System.Diagnostics.Metrics;
using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Hosting;

/// <summary>Adds up what this host's <see cref="SessionCheckMeter"/> counts.</summary>
internal sealed class SessionCheckCounts : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _local;
    private long _grain;

    public SessionCheckCounts(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == SessionCheckMeter.Checks && ReferenceEquals(instrument.Meter.Scope, meters))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>(Count);
        _listener.Start();
    }

    /// <summary>Answered from this process's memory.</summary>
    public long Local => Interlocked.Read(ref _local);

    /// <summary>Answered by a call of the session's grain.</summary>
    public long Grain => Interlocked.Read(ref _grain);

    public void Dispose() => _listener.Dispose();

    private void Count(Instrument instrument, long measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        Interlocked.Add(ref tags[0].Value is "local" ? ref _local : ref _grain, measurement);
}
