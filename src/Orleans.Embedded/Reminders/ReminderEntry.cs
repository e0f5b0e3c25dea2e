using Orleans.Runtime;

namespace Orleans;

/// <summary>A reminder as it is stored.</summary>
[GenerateSerializer]
public sealed class ReminderEntry
{
    /// <summary>Whose reminder it is.</summary>
    [Id(0)]
    public GrainId GrainId { get; set; }

    /// <summary>Its name, unique within the grain.</summary>
    [Id(1)]
    public string ReminderName { get; set; } = null!;

    /// <summary>When it first fires, UTC.</summary>
    [Id(2)]
    public DateTime StartAt { get; set; }

    /// <summary>How often it fires after that.</summary>
    [Id(3)]
    public TimeSpan Period { get; set; }

    /// <summary>Its version, set by the table.</summary>
    [Id(4)]
    public string? ETag { get; set; }
}

/// <summary>Some reminders, as a table answers them.</summary>
[GenerateSerializer]
public sealed class ReminderTableData
{
    /// <summary>No reminder.</summary>
    public ReminderTableData() => Reminders = [];

    /// <summary>One reminder.</summary>
    public ReminderTableData(ReminderEntry entry) => Reminders = [entry];

    /// <summary>The given reminders.</summary>
    public ReminderTableData(IEnumerable<ReminderEntry> list) => Reminders = [.. list];

    /// <summary>The reminders.</summary>
    [Id(0)]
    public IList<ReminderEntry> Reminders { get; private set; }
}
