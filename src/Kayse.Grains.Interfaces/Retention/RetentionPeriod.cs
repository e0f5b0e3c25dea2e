namespace Kayse.Grains.Retention;

/// <summary>How long data of a kind is kept, and within which limits a company can choose that.</summary>
/// <param name="Kind">The data.</param>
/// <param name="ChosenDays">What the company has chosen; null: the default.</param>
/// <param name="Days">What applies: the choice or the default within the limits; null: there is no end.</param>
/// <param name="DefaultDays">What applies without a choice; null: there is no end.</param>
/// <param name="MinimumDays">The shortest that can be chosen.</param>
/// <param name="MaximumDays">The longest that can be chosen.</param>
[GenerateSerializer, Immutable, Alias("kayse.retention-period")]
public sealed record RetentionPeriod(
    [property: Id(0)] RetentionKind Kind,
    [property: Id(1)] int? ChosenDays,
    [property: Id(2)] int? Days,
    [property: Id(3)] int? DefaultDays,
    [property: Id(4)] int MinimumDays,
    [property: Id(5)] int MaximumDays
);
