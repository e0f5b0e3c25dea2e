using Kayse.Grains.State;

namespace Kayse.Grains.Sessions;

/// <summary>Where a company's history begins.</summary>
[NoPersonalData("Where the history begins.")]
internal sealed class SignInHistoryState
{
    /// <summary>The number of the first segment that is kept.</summary>
    public int First { get; set; }

    /// <summary>
    /// The first segment before <see cref="First"/> that may not be deleted yet; null when all are.
    /// </summary>
    public int? DroppingFrom { get; set; }

    /// <summary>Whether a reminder is registered that cleans it up.</summary>
    public bool HasReminder { get; set; }
}

/// <summary>Consecutive entries of the history.</summary>
internal sealed class SignInSegmentState
{
    public List<StoredSignIn> Entries { get; set; } = [];
}

/// <summary>What the entries of many segments are found by, so that these need not be read.</summary>
[NoPersonalData("Positions of entries in the sign-in history.")]
internal sealed class SignInBlockState
{
    /// <summary>Of each entry its <see cref="SignInKey"/>, 8 bytes, little-endian.</summary>
    public byte[] Keys { get; set; } = [];
}
