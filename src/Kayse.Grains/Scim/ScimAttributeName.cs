using System.Buffers;

namespace Kayse.Grains.Scim;

/// <summary>An attribute as filters and paths name it: <c>emails</c>, <c>name.familyName</c>, or with its schema's URN.</summary>
/// <param name="Name">The attribute; empty when all of the resource is meant.</param>
/// <param name="Sub">The attribute of its values, or null.</param>
/// <param name="IsForeign">Whether it belongs to a schema that isn't kept, such as Enterprise User.</param>
internal readonly record struct ScimAttributeName(string Name, string? Sub = null, bool IsForeign = false)
{
    private const string UrnPrefix = "urn:";
    private static readonly SearchValues<char> _allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_$"
    );

    /// <summary>Reads a name of a resource of a schema; null when it is none.</summary>
    public static ScimAttributeName? Parse(string text, string schemaId)
    {
        if (text.StartsWith(UrnPrefix, StringComparison.OrdinalIgnoreCase))
        {
            if (!text.StartsWith(schemaId, StringComparison.OrdinalIgnoreCase))
                return new ScimAttributeName(text, IsForeign: true);
            if (text.Length == schemaId.Length)
                return new ScimAttributeName("");
            if (text[schemaId.Length] != ':')
                return new ScimAttributeName(text, IsForeign: true);
            text = text[(schemaId.Length + 1)..];
        }

        return text.Split('.') switch
        {
            [var name] when IsName(name) => new ScimAttributeName(name),
            [var name, var sub] when IsName(name) && IsName(sub) => new ScimAttributeName(name, sub),
            _ => null,
        };
    }

    /// <summary>The attribute that it names, with the one that a filter compares of it.</summary>
    public ScimTarget FindIn(IReadOnlyList<ScimAttribute> attributes)
    {
        if (IsForeign || ScimAttribute.Find(attributes, Name) is not { } attribute)
            return ScimTarget.None;
        if (Sub is null)
            return new ScimTarget(attribute, attribute.Find(ScimTarget.DefaultSub));
        return attribute.Find(Sub) is { } sub ? new ScimTarget(attribute, sub) : ScimTarget.None;
    }

    private static bool IsName(string text) =>
        text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '$') && !text.AsSpan().ContainsAnyExcept(_allowed);
}
