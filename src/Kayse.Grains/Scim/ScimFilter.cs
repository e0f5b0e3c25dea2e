using System.Text.Json.Nodes;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>Which resources are asked for, or which values of an attribute (RFC 7644, 3.4.2.2).</summary>
internal abstract record ScimFilter
{
    /// <summary>How long a filter may be, in characters.</summary>
    public const int MaxLength = 2_048;

    /// <summary>How deep parentheses, brackets and <c>not</c> may be nested.</summary>
    public const int MaxDepth = 10;

    /// <summary>
    /// Reads a filter on resources of a kind. Refuses with <see cref="ScimErrors.InvalidFilter"/> what can't be read. An
    /// attribute that the schema doesn't have is one without a value.
    /// </summary>
    public static ScimFilter Parse(string text, ScimSchema schema) =>
        text.Length <= MaxLength
            ? new ScimFilterParser(new ScimTokens(text), schema.Id).ParseAll(schema.Attributes)
            : throw new RefusedException(ScimErrors.InvalidFilter($"A filter may have up to {MaxLength} characters."));

    /// <summary>Whether a resource, or a value of an attribute, is one of those.</summary>
    public abstract bool Matches(JsonObject resource);

    /// <summary>
    /// The value that an attribute of every match has, such as <c>userName</c>: with an index for it, the others needn't
    /// be looked at. Null when the filter doesn't require one.
    /// </summary>
    public virtual string? RequiredValueOf(string attribute) => null;

    /// <summary>
    /// The values one of which an attribute of every match has, where that is all that the filter says; null: it isn't.
    /// </summary>
    public virtual IReadOnlyList<string>? AlternativesOf(string attribute) => null;

    /// <summary>What has to be equal in every match, by attribute; empty when that isn't all that the filter says.</summary>
    public virtual IReadOnlyDictionary<ScimAttribute, string> Equalities => new Dictionary<ScimAttribute, string>();
}

/// <summary>All of them have to match.</summary>
internal sealed record ScimAnd(IReadOnlyList<ScimFilter> Parts) : ScimFilter
{
    public override IReadOnlyDictionary<ScimAttribute, string> Equalities
    {
        get
        {
            var all = new Dictionary<ScimAttribute, string>();
            foreach (var part in Parts.Select(part => part.Equalities))
            {
                if (part.Count == 0 || part.Any(entry => !all.TryAdd(entry.Key, entry.Value)))
                    return new Dictionary<ScimAttribute, string>();
            }

            return all;
        }
    }

    public override bool Matches(JsonObject resource) => Parts.All(part => part.Matches(resource));

    public override string? RequiredValueOf(string attribute) =>
        Parts.Select(part => part.RequiredValueOf(attribute)).FirstOrDefault(value => value is not null);
}

/// <summary>Any of them has to match.</summary>
internal sealed record ScimOr(IReadOnlyList<ScimFilter> Parts) : ScimFilter
{
    public override bool Matches(JsonObject resource) => Parts.Any(part => part.Matches(resource));

    public override IReadOnlyList<string>? AlternativesOf(string attribute)
    {
        var alternatives = Parts.Select(part => part.AlternativesOf(attribute)).ToList();
        return alternatives.TrueForAll(values => values is not null) ? [.. alternatives.SelectMany(values => values!)] : null;
    }
}

/// <summary>It must not match.</summary>
internal sealed record ScimNot(ScimFilter Inner) : ScimFilter
{
    public override bool Matches(JsonObject resource) => !Inner.Matches(resource);
}

/// <summary>A value of the attribute compares to another so.</summary>
internal sealed record ScimComparison(ScimTarget Target, ScimTest Test) : ScimFilter
{
    public override IReadOnlyDictionary<ScimAttribute, string> Equalities =>
        Target is { Attribute: { } attribute, Sub: null } && Test.EqualText is { } text
            ? new Dictionary<ScimAttribute, string> { [attribute] = text }
            : base.Equalities;

    public override bool Matches(JsonObject resource) => Test.Passes(Target.ValuesIn(resource));

    public override string? RequiredValueOf(string attribute) => Target.Is(attribute) ? Test.EqualText : null;

    public override IReadOnlyList<string>? AlternativesOf(string attribute) => RequiredValueOf(attribute) is { } value ? [value] : null;
}

/// <summary>
/// One and the same value of the attribute matches the inner filter; where there is a test, an attribute of that value
/// has to pass it as well.
/// </summary>
internal sealed record ScimValuePath(ScimTarget Target, ScimFilter Inner, ScimTest? Test) : ScimFilter
{
    public override bool Matches(JsonObject resource) =>
        Target.ElementsIn(resource).Any(element => Inner.Matches(element) && Test?.Passes(Target.ValuesOf(element)) != false);
}
