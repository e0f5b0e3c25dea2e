namespace Kayse.Grains.Scim;

/// <summary>
/// A person as an identity provider describes them: the attributes that are kept (RFC 7643, 4.1). What else it sends is
/// ignored.
/// </summary>
[GenerateSerializer, Immutable, Alias("kayse.scim-user")]
public sealed record ScimUser
{
    /// <summary>What they sign in with at the identity provider; upper and lower case make no difference.</summary>
    [Id(0)]
    public string? UserName { get; init; }

    /// <summary>Their id at the identity provider; null when it gives none.</summary>
    [Id(1)]
    public string? ExternalId { get; init; }

    /// <summary>Their name in parts; null when it isn't given.</summary>
    [Id(2)]
    public ScimName? Name { get; init; }

    /// <summary>Their name as it is shown; null when it isn't given.</summary>
    [Id(3)]
    public string? DisplayName { get; init; }

    /// <summary>Their job title, or null.</summary>
    [Id(4)]
    public string? Title { get; init; }

    /// <summary>Whether they may use the company; null in a request that doesn't say.</summary>
    [Id(5)]
    public bool? Active { get; init; }

    /// <summary>Their email addresses; at most one is primary.</summary>
    [Id(6)]
    public IReadOnlyList<ScimContact> Emails
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Their phone numbers; at most one is primary.</summary>
    [Id(7)]
    public IReadOnlyList<ScimContact> PhoneNumbers
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Leaves the values out.</summary>
    public override string ToString() => nameof(ScimUser);
}

/// <summary>The parts of a person's name; each is null when it isn't given.</summary>
/// <param name="Formatted">The whole name.</param>
/// <param name="GivenName">The first name.</param>
/// <param name="FamilyName">The last name.</param>
/// <param name="MiddleName">The names in between.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-name")]
public sealed record ScimName(
    [property: Id(0)] string? Formatted = null,
    [property: Id(1)] string? GivenName = null,
    [property: Id(2)] string? FamilyName = null,
    [property: Id(3)] string? MiddleName = null
);

/// <summary>An email address or a phone number of a person.</summary>
/// <param name="Value">The address or the number.</param>
/// <param name="Type">Such as <c>work</c>; null when it isn't given.</param>
/// <param name="Primary">Whether it is the preferred one; null when it isn't said.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-contact")]
public sealed record ScimContact(
    [property: Id(0)] string? Value = null,
    [property: Id(1)] string? Type = null,
    [property: Id(2)] bool? Primary = null
);
