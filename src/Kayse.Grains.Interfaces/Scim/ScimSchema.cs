namespace Kayse.Grains.Scim;

/// <summary>A kind of resource and its attributes: those that are kept of the ones that RFC 7643 defines.</summary>
/// <param name="Id">The URN of the schema.</param>
/// <param name="Name">The kind of resource.</param>
/// <param name="Endpoint">Where its resources are, below the base of SCIM.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Own">The attributes of the schema.</param>
public sealed record ScimSchema(string Id, string Name, string Endpoint, string Description, IReadOnlyList<ScimAttribute> Own)
{
    /// <summary>People.</summary>
    public static readonly ScimSchema User = new(
        "urn:ietf:params:scim:schemas:core:2.0:User",
        "User",
        "/Users",
        "A person",
        [
            new("userName", ScimType.String, "What the person signs in with at the identity provider")
            {
                IsRequired = true,
                IsUnique = true,
            },
            new("name", ScimType.Complex, "The person's name in parts")
            {
                Attributes =
                [
                    new("formatted", ScimType.String, "The whole name"),
                    new("givenName", ScimType.String, "The first name"),
                    new("familyName", ScimType.String, "The last name"),
                    new("middleName", ScimType.String, "The names in between"),
                ],
            },
            new("displayName", ScimType.String, "The person's name as it is shown"),
            new("title", ScimType.String, "The job title"),
            new("active", ScimType.Boolean, "Whether the person may use the company; false ends their sessions at once"),
            Contacts("emails", "Email addresses"),
            Contacts("phoneNumbers", "Phone numbers"),
            References("groups", "The groups that the person is in", isReadOnly: true),
        ]
    );

    /// <summary>Groups.</summary>
    public static readonly ScimSchema Group = new(
        "urn:ietf:params:scim:schemas:core:2.0:Group",
        "Group",
        "/Groups",
        "A group of people",
        [
            new("displayName", ScimType.String, "The name of the group") { IsRequired = true },
            References("members", "The people in the group", isReadOnly: false),
        ]
    );

    /// <summary>The attributes that every resource has, and <see cref="Own"/>.</summary>
    public IReadOnlyList<ScimAttribute> Attributes { get; } = [.. Common, .. Own];

    private static IReadOnlyList<ScimAttribute> Common =>
        [
            new("schemas", ScimType.Reference, "The schemas of the resource")
            {
                IsMultiValued = true,
                IsReadOnly = true,
                IsAlwaysReturned = true,
            },
            new("id", ScimType.String, "The id of the resource in the directory")
            {
                IsCaseExact = true,
                IsReadOnly = true,
                IsUnique = true,
                IsAlwaysReturned = true,
            },
            new("externalId", ScimType.String, "The id of the resource at the identity provider") { IsCaseExact = true },
            new("meta", ScimType.Complex, "About the resource")
            {
                IsReadOnly = true,
                Attributes =
                [
                    new("resourceType", ScimType.String, "The kind of resource") { IsCaseExact = true, IsReadOnly = true },
                    new("created", ScimType.DateTime, "When it was added") { IsReadOnly = true },
                    new("lastModified", ScimType.DateTime, "When it last changed") { IsReadOnly = true },
                    new("location", ScimType.Reference, "Its address") { IsCaseExact = true, IsReadOnly = true },
                    new("version", ScimType.String, "Its ETag") { IsCaseExact = true, IsReadOnly = true },
                ],
            },
        ];

    private static ScimAttribute Contacts(string name, string description) =>
        new(name, ScimType.Complex, description)
        {
            IsMultiValued = true,
            Attributes =
            [
                new("value", ScimType.String, "The address or number"),
                new("type", ScimType.String, "Such as work"),
                new("primary", ScimType.Boolean, "Whether it is the preferred one"),
            ],
        };

    private static ScimAttribute References(string name, string description, bool isReadOnly) =>
        new(name, ScimType.Complex, description)
        {
            IsMultiValued = true,
            IsReadOnly = isReadOnly,
            Attributes =
            [
                new("value", ScimType.String, "The id") { IsCaseExact = true, IsReadOnly = isReadOnly },
                new("display", ScimType.String, "The name") { IsReadOnly = true },
            ],
        };
}
