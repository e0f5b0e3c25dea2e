namespace Orleans.Configuration;

/// <summary>When idle activations are collected, and how long they may take to start and to end.</summary>
public class GrainCollectionOptions
{
    /// <summary>How often idle activations are looked for; 1 minute.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an activation may go without a call; 15 minutes. Collected within two quanta after that.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Ages of single grain classes, by full type name; they take precedence over attributes.</summary>
    public Dictionary<string, TimeSpan> ClassSpecificCollectionAge { get; set; } = [];

    /// <summary>How long an activation may take to start; 30 seconds.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an activation may take to end, running calls included; 30 seconds. After that it is forgotten as it is.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
