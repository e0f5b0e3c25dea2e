namespace Kayse.Grains.Audit;

/// <summary>One field before and after.</summary>
/// <param name="Field">camelCase, as the HTTP contract names it.</param>
/// <param name="Before">The value as JSON text; null when there was none.</param>
/// <param name="After">The value as JSON text; null when there is none now.</param>
/// <param name="Personal">Whether the values say something about the person who is the target, and go when that person
/// is erased: names, addresses, numbers.</param>
[GenerateSerializer, Immutable, Alias("kayse.audit-change")]
public sealed record AuditChange(
    [property: Id(0)] string Field,
    [property: Id(1)] string? Before,
    [property: Id(2)] string? After,
    [property: Id(3)] bool Personal
);
