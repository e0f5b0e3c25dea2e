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
