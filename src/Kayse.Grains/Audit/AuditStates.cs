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
