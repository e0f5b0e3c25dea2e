namespace Kayse.Grains.Scim;

/// <summary>
/// What the operations of a patch come to for a group, whatever is in it now: so that nobody has to read ten thousand
/// members to add one.
/// </summary>
[GenerateSerializer, Immutable, Alias("kayse.scim-group-change")]
public sealed record ScimGroupChange
{
    /// <summary>Its new name; null: it stays.</summary>
    [Id(0)]
    public string? DisplayName { get; init; }

    /// <summary>Its new id at the identity provider; null: it stays, unless <see cref="ClearsExternalId"/>.</summary>
    [Id(1)]
    public string? ExternalId { get; init; }

    /// <summary>Whether it loses its id at the identity provider.</summary>
    [Id(2)]
    public bool ClearsExternalId { get; init; }

    /// <summary>
    /// Whether everybody leaves who isn't in <see cref="Added"/>; <see cref="Removed"/> is empty then.
    /// </summary>
    [Id(3)]
    public bool ReplacesMembers { get; init; }

    /// <summary>The ids of people who are in it from now on, each once.</summary>
    [Id(4)]
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>The ids of people who aren't in it any more, each once; none of them is in <see cref="Added"/>.</summary>
    [Id(5)]
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Attributes in the patch that are not kept.</summary>
    [Id(6)]
    public IReadOnlyList<string> Ignored { get; init; } = [];
}
