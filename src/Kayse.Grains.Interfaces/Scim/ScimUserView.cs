namespace Kayse.Grains.Scim;

/// <summary>A person in a company's directory.</summary>
/// <param name="Id">Their id there.</param>
/// <param name="User">What the identity provider says of them; <see cref="ScimUser.Active"/> is never null.</param>
/// <param name="Created">When they were added.</param>
/// <param name="LastModified">When anything last changed.</param>
/// <param name="Version">Grows with every change.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-user-view")]
public sealed record ScimUserView(
    [property: Id(0)] string Id,
    [property: Id(1)] ScimUser User,
    [property: Id(2)] DateTimeOffset Created,
    [property: Id(3)] DateTimeOffset LastModified,
    [property: Id(4)] long Version
)
{
    /// <summary>The groups that they are in.</summary>
    [Id(5)]
    public IReadOnlyList<ScimReference> Groups { get; init; } = [];
}

/// <summary>Another resource that one refers to: a group of a person, or a member of a group.</summary>
/// <param name="Value">Its id.</param>
/// <param name="Display">Its name; null when it isn't known.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-reference")]
public sealed record ScimReference([property: Id(0)] string Value, [property: Id(1)] string? Display = null);
