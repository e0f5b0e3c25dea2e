namespace Kayse.Grains.ApiKeys;

/// <summary>Limits of API keys; section <c>Kayse:ApiKeys</c>.</summary>
public sealed class ApiKeyOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:ApiKeys";

    /// <summary>How many requests a key has a minute; 1 to 1,000,000.</summary>
    public int RequestsPerMinute { get; set; } = 100;
}
