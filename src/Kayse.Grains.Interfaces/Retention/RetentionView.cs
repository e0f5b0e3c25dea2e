namespace Kayse.Grains.Retention;

/// <summary>How long a company keeps what.</summary>
/// <param name="Periods">One of each <see cref="RetentionKind"/>, in its order.</param>
/// <param name="Version">Grows with every change; 0 while nobody has chosen anything.</param>
[GenerateSerializer, Immutable, Alias("kayse.retention-view")]
public sealed record RetentionView([property: Id(0)] IReadOnlyList<RetentionPeriod> Periods, [property: Id(1)] long Version)
{
    /// <summary>The period of a kind.</summary>
    public RetentionPeriod this[RetentionKind kind] => Periods[(int)kind];
}
