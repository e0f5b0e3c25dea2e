using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>What an operation of a patch is for (RFC 7644, 3.5.2): <c>emails[type eq "work"].value</c>.</summary>
/// <param name="Name">The name of the attribute, for messages: without the filter, which may have personal data.</param>
/// <param name="Attribute">The attribute; null when it is one that isn't kept, or all of the resource.</param>
internal sealed record ScimPath(string Name, ScimAttribute? Attribute)
{
    private const int MaxShown = 100;

    /// <summary>Which of its values are meant; null: all.</summary>
    public ScimFilter? Filter { get; init; }

    /// <summary>Which attribute of these values; null: the values as a whole.</summary>
    public ScimAttribute? Sub { get; init; }

    /// <summary>Whether all of the resource is meant: the URN of its schema, without an attribute.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Reads a path. Refuses with <see cref="ScimErrors.InvalidPath"/> what can't be read.</summary>
    public static ScimPath Parse(string text, ScimSchema schema)
    {
        var tokens = new ScimTokens(text);
        if (
            text.Length > ScimFilter.MaxLength
            || !tokens.TryTakeName(out var word)
            || ScimAttributeName.Parse(word, schema.Id) is not { } name
        )
            throw Invalid();
        var attribute = name.IsForeign ? null : ScimAttribute.Find(schema.Attributes, name.Name);
        var filter = tokens.TryTakeNext('[') ? ParseFilter(tokens, schema, attribute) : null;
        var sub = name.Sub;
        if (filter is not null && (sub is not null || (tokens.TryTakeNext('.') && !tokens.TryTakeName(out sub))))
            throw Invalid();
        if (!tokens.IsAtEnd || sub?.Contains('.', StringComparison.Ordinal) == true)
            throw Invalid();
        if (filter is not null && attribute is { IsMultiValued: false })
            throw new RefusedException(
                ScimErrors.InvalidPath($"{attribute.Name} has only one value; leave the brackets out of the path.")
            );
        var found = sub is null ? null : attribute?.Find(sub);
        return new ScimPath(
            Shown(filter is null || sub is null ? word : $"{word}.{sub}"),
            sub is null || found is not null ? attribute : null
        )
        {
            Filter = filter,
            Sub = found,
            IsWhole = name is { Name: "", IsForeign: false },
        };
    }

    private static ScimFilter ParseFilter(ScimTokens tokens, ScimSchema schema, ScimAttribute? attribute)
    {
        try
        {
            return new ScimFilterParser(tokens, schema.Id).ParseInBrackets(attribute);
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(ScimErrors.InvalidPath(refused.Message));
        }
    }

    private static string Shown(string name) => name.Length <= MaxShown ? name : $"{name[..(MaxShown - 1)]}…";

    private static RefusedException Invalid() =>
        new(ScimErrors.InvalidPath("The path of an operation can't be read. It should look like emails[type eq \"work\"].value."));
}
