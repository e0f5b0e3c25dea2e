namespace Kayse.Grains.Scim;

/// <summary>An attribute of a resource (RFC 7643, 7).</summary>
/// <param name="Name">As it is written; it is read in any case.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Description">One sentence.</param>
public sealed record ScimAttribute(string Name, ScimType Type, string Description)
{
    /// <summary>Whether it has any number of values.</summary>
    public bool IsMultiValued { get; init; }

    /// <summary>Whether every resource has it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether upper and lower case make a difference when values are compared.</summary>
    public bool IsCaseExact { get; init; }

    /// <summary>Whether only this service sets it.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether no two resources have the same value.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Whether it is in every response, whatever is asked for.</summary>
    public bool IsAlwaysReturned { get; init; }

    /// <summary>The attributes of its values, when these are complex.</summary>
    public IReadOnlyList<ScimAttribute> Attributes { get; init; } = [];

    /// <summary>The attribute of its values with that name, in any case; null: none.</summary>
    public ScimAttribute? Find(string name) => Find(Attributes, name);

    /// <summary>The attribute with that name, in any case; null: none.</summary>
    public static ScimAttribute? Find(IReadOnlyList<ScimAttribute> attributes, string name)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return attributes.FirstOrDefault(attribute => attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>What the values of an attribute are.</summary>
public enum ScimType
{
    /// <summary>Text.</summary>
    String = 0,

    /// <summary>True or false.</summary>
    Boolean = 1,

    /// <summary>A time.</summary>
    DateTime = 2,

    /// <summary>The address of another resource.</summary>
    Reference = 3,

    /// <summary>Several attributes together.</summary>
    Complex = 4,
}
