namespace Kayse.Grains.Retention;

/// <summary>What an operator lets companies choose for one kind of data, in days.</summary>
public sealed class RetentionLimits
{
    /// <summary>What applies to companies that have chosen nothing; null for no end, or the maximum if there is one.</summary>
    public int? DefaultDays { get; set; }

    /// <summary>The shortest period.</summary>
    public int MinimumDays { get; set; }

    /// <summary>The longest period; null for no limit.</summary>
    public int? MaximumDays { get; set; }
}
