namespace Orleans.CodeGeneration;

/// <summary>How a call fits among the others of its activation.</summary>
[Flags]
[GenerateSerializer]
public enum InvokeMethodOptions
{
    /// <summary>One at a time, with an answer.</summary>
    None = 0,

    /// <summary>No answer.</summary>
    OneWay = 1,

    /// <summary>May interleave with other read-only calls.</summary>
    ReadOnly = 2,

    /// <summary>May interleave with any call.</summary>
    AlwaysInterleave = 4,
}
