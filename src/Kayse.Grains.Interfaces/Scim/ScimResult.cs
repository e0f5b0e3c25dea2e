namespace Kayse.Grains.Scim;

/// <summary>What a change came to.</summary>
/// <param name="Resource">The resource after it.</param>
/// <param name="Changed">Whether anything is different now.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-result`1")]
public sealed record ScimResult<T>([property: Id(0)] T Resource, [property: Id(1)] bool Changed)
{
    /// <summary>
    /// For the activity list: what an admin should know who wonders why nothing changed, a sentence each.
    /// </summary>
    [Id(2)]
    public IReadOnlyList<string> Notes { get; init; } = [];
}
