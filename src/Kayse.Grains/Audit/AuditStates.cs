using Kayse.Grains.State;

namespace Kayse.Grains.Audit;

/// <summary>A run of <see cref="AuditJournal.SegmentCapacity"/> entries, or fewer at the end of the log.</summary>
internal sealed class AuditSegmentState
{
    /// <summary>
    /// Each a <see cref="StoredEntry"/> exactly as it was hashed; empty when it is so large that it has a record of its
    /// own.
    /// </summary>
    public List<byte[]> Entries { get; set; } = [];

    /// <summary>The hash of the last of them, which has no successor yet that would carry it.</summary>
    public byte[]? Head { get; set; }
}

/// <summary>An entry that is too large for its segment.</summary>
internal sealed class AuditLargeEntryState
{
    public byte[] Entry { get; set; } = [];
}

/// <summary>Where the log begins, and for how long it is kept.</summary>
[NoPersonalData("Positions of entries, and a retention period.")]
internal sealed record AuditBeginningState
{
    /// <summary>For how many days the company wants entries to be kept; null: the operator's default.</summary>
    public int? KeptDays { get; init; }

    /// <summary>Whether a reminder is registered that deletes what is older.</summary>
    public bool HasReminder { get; init; }

    /// <summary>Whether the company's webhooks are told of new events.</summary>
    public bool AreEventsAnnounced { get; init; }

    /// <summary>How many entries were deleted: the sequence of the first that is left.</summary>
    public long First { get; init; }

    /// <summary>The hash of the last entry that was deleted; null when none was.</summary>
    public byte[]? Hash { get; init; }

    /// <summary>The first of the deleted entries that may still be stored; null when none is.</summary>
    public long? DeletingFrom { get; init; }

    /// <summary>What is about to be deleted and may not be in the log yet; null when nothing is.</summary>
    public AuditDeletion? Next { get; init; }
}

/// <summary>A deletion of the first entries of a log.</summary>
/// <param name="Id">Of the entry that records it.</param>
/// <param name="At">When.</param>
/// <param name="Count">How many entries are gone then, with those that were deleted before.</param>
/// <param name="Hash">The hash of the last of them.</param>
/// <param name="Before">The period: they were from before this.</param>
internal sealed record AuditDeletion(string Id, DateTimeOffset At, long Count, byte[] Hash, DateTimeOffset Before);

/// <summary>How far the log is indexed.</summary>
[NoPersonalData("Positions of entries by the ids in them.")]
internal sealed class AuditIndexState
{
    /// <summary>A multiple of <see cref="AuditIndex.BatchSize"/>.</summary>
    public long Entries { get; set; }

    /// <summary>The hash of the last of them; null when there is none.</summary>
    public byte[]? Hash { get; set; }
}

/// <summary>The times of a thousand batches, from the earliest to the latest of each.</summary>
[NoPersonalData("Positions of entries by time.")]
internal sealed class AuditSpansState
{
    public List<AuditSpan> Spans { get; set; } = [];
}

/// <param name="Earliest">In .NET ticks, UTC.</param>
/// <param name="Latest">Likewise.</param>
internal readonly record struct AuditSpan(long Earliest, long Latest);

/// <summary>The time of each entry of a batch, as <see cref="NumberList"/> of ticks.</summary>
[NoPersonalData("Positions of entries by time.")]
internal sealed class AuditTimesState
{
    public byte[] Ticks { get; set; } = [];
}

/// <summary>Where in the log a person, an action or a target is found.</summary>
[NoPersonalData("Positions of entries by the ids in them.")]
internal sealed class AuditPostingState
{
    /// <summary>The end of what has been taken in: the last sequence and one; 0 when there is none.</summary>
    public long End { get; set; }

    /// <summary>How many blocks were deleted before the first of <see cref="Full"/>.</summary>
    public int Deleted { get; set; }

    /// <summary>Blocks in records of their own.</summary>
    public List<AuditBlock> Full { get; set; } = [];

    /// <summary>The sequences after them, as <see cref="NumberList"/>.</summary>
    public byte[] Tail { get; set; } = [];
}

/// <summary>
/// A block of a posting list: <paramref name="Count"/> sequences from <paramref name="First"/> to
/// <paramref name="Last"/>.
/// </summary>
internal sealed record AuditBlock(long First, long Last, int Count);

/// <summary>The sequences of a full block, as <see cref="NumberList"/>.</summary>
[NoPersonalData("Positions of entries by the ids in them.")]
internal sealed class AuditBlockState
{
    public byte[] Sequences { get; set; } = [];
}

/// <summary>What a person's data are encrypted with.</summary>
internal sealed class AuditPersonState
{
    /// <summary>Null when the person is erased.</summary>
    public byte[]? Key { get; set; }

    public bool IsErased { get; set; }

    /// <summary>The invitations that they accepted, which are about the same person.</summary>
    public List<string> InvitationIds { get; set; } = [];
}
