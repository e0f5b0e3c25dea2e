namespace Kayse.Grains.Retention;

/// <summary>Replaces the periods of a company; nothing is checked yet.</summary>
/// <param name="Days">The periods.</param>
/// <param name="ExpectedVersion">The version that is replaced; null: any.</param>
[GenerateSerializer, Immutable, Alias("kayse.set-retention")]
public sealed record SetRetention([property: Id(0)] RetentionDays Days, [property: Id(1)] long? ExpectedVersion = null);
