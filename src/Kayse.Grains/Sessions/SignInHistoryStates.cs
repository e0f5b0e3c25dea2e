namespace Kayse.Grains.Sessions;

/// <summary>Where a company's history begins.</summary>
internal sealed class SignInHistoryState
{
    /// <summary>The number of the first segment that is kept.</summary>
    public int First { get; set; }

    /// <summary>
    /// The number of the first segment that may still be there and is to go; null when none is. Survives a crash in its
    /// midst.
    /// </summary>
    public int? DroppingFrom { get; set; }

    /// <summary>Whether there is a reminder that tidies it.</summary>
    public bool WillTidy { get; set; }
}

/// <summary>A stretch of the history.</summary>
internal sealed class SignInSegmentState
{
    public List<StoredSignIn> Entries { get; set; } = [];
}

/// <summary>What the entries of many segments are found by, so that these need not be read.</summary>
internal sealed class SignInBlockState
{
    /// <summary>Of each entry its <see cref="SignInKey"/>, 8 bytes, little-endian.</summary>
    public byte[] Keys { get; set; } = [];
}
