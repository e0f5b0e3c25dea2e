namespace Kayse.Grains.Members;

/// <summary>How much of a company's case types, or of its agents, somebody may work with (RO-7).</summary>
[GenerateSerializer, Alias("kayse.access-mode")]
public enum AccessMode
{
    /// <summary>All of them, also those that are added later.</summary>
    All = 1,

    /// <summary>Only what is assigned to them; with nothing assigned, nothing.</summary>
    Assigned = 2,
}

/// <summary>Access modes where none was stated.</summary>
public static class AccessModes
{
    /// <summary>
    /// What a list means by itself: naming something restricts to it, naming nothing doesn't restrict. State from
    /// before there were modes is read so.
    /// </summary>
    public static AccessMode ImpliedBy(IReadOnlyCollection<string> assigned)
    {
        ArgumentNullException.ThrowIfNull(assigned);
        return assigned.Count == 0 ? AccessMode.All : AccessMode.Assigned;
    }
}
