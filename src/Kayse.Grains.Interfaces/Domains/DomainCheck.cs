namespace Kayse.Grains.Domains;

/// <summary>A check of a domain.</summary>
/// <param name="At">When it was made.</param>
/// <param name="Result">What it found.</param>
[GenerateSerializer, Immutable, Alias("kayse.domain-check")]
public sealed record DomainCheck([property: Id(0)] DateTimeOffset At, [property: Id(1)] DomainCheckResult Result);
