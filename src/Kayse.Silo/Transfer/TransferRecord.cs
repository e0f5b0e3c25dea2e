using System.Text.Json;

namespace Kayse.Silo.Transfer;

/// <summary>A line of a transfer file between the first and the last.</summary>
internal abstract record TransferRecord;

/// <summary>A data protection key, or the revocation of one, as the framework writes it.</summary>
internal sealed record KeyRecord(string Xml) : TransferRecord;

/// <summary>A grain's state.</summary>
internal sealed record StateRecord(GrainId Grain, string Name, JsonElement Value) : TransferRecord;

/// <summary>A grain's reminder, and when it is next due.</summary>
internal sealed record ReminderRecord(GrainId Grain, string Name, DateTime NextDue, TimeSpan Period) : TransferRecord;

/// <summary>A file that grains refer to: a photo.</summary>
internal sealed record BlobRecord(string Key, ReadOnlyMemory<byte> Content) : TransferRecord;

/// <summary>How many there are of each kind.</summary>
internal sealed record TransferCounts(long Keys = 0, long States = 0, long Reminders = 0, long Photos = 0)
{
    public TransferCounts With(TransferRecord record) =>
        record switch
        {
            KeyRecord => this with { Keys = Keys + 1 },
            StateRecord => this with { States = States + 1 },
            BlobRecord => this with { Photos = Photos + 1 },
            _ => this with { Reminders = Reminders + 1 },
        };

    public override string ToString() =>
        FormattableString.Invariant($"{States} states, {Reminders} reminders, {Photos} photos and {Keys} keys");
}
