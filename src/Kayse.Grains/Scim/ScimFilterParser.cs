using System.Globalization;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>Reads a filter. <c>not</c> binds closest, then <c>and</c>, then <c>or</c>.</summary>
internal sealed class ScimFilterParser(ScimTokens tokens, string schemaId)
{
    private int _depth;

    /// <summary>Reads all that is there.</summary>
    public ScimFilter ParseAll(IReadOnlyList<ScimAttribute> attributes)
    {
        var filter = ParseOr(attributes);
        return tokens.IsAtEnd ? filter : throw Unexpected("and, or, or the end");
    }

    /// <summary>Reads a filter on the values of an attribute, with the bracket that closes it.</summary>
    public ScimFilter ParseInBrackets(ScimAttribute? attribute) => ParseNested(attribute?.Attributes ?? [], ']');

    private ScimFilter ParseOr(IReadOnlyList<ScimAttribute> attributes)
    {
        var parts = new List<ScimFilter> { ParseAnd(attributes) };
        while (tokens.TryTakeWord("or"))
            parts.Add(ParseAnd(attributes));
        return parts is [var single] ? single : new ScimOr(parts);
    }

    private ScimFilter ParseAnd(IReadOnlyList<ScimAttribute> attributes)
    {
        var parts = new List<ScimFilter> { ParseOne(attributes) };
        while (tokens.TryTakeWord("and"))
            parts.Add(ParseOne(attributes));
        return parts is [var single] ? single : new ScimAnd(parts);
    }

    private ScimFilter ParseOne(IReadOnlyList<ScimAttribute> attributes)
    {
        if (tokens.TryTake('('))
            return ParseNested(attributes, ')');
        if (!tokens.TryTakeName(out var text))
            throw Unexpected("the name of an attribute");
        if (text.Equals("not", StringComparison.OrdinalIgnoreCase) && tokens.TryTake('('))
            return new ScimNot(ParseNested(attributes, ')'));
        if (ScimAttributeName.Parse(text, schemaId) is not { Name.Length: > 0 } name)
            throw Unexpected("the name of an attribute");
        return tokens.TryTakeNext('[') ? ParseValuePath(name, attributes) : ParseComparison(name.FindIn(attributes));
    }

    // Entra names an attribute after the brackets, which RFC 7644 has in paths only.
    private ScimValuePath ParseValuePath(ScimAttributeName name, IReadOnlyList<ScimAttribute> attributes)
    {
        var target = name.FindIn(attributes);
        var inner = ParseInBrackets(target.Attribute);
        if (!tokens.TryTakeNext('.'))
            return new ScimValuePath(target, inner, Test: null);
        if (!tokens.TryTakeName(out var sub))
            throw Unexpected("the name of an attribute");
        target = (name with { Sub = sub }).FindIn(attributes);
        return new ScimValuePath(target, inner, ParseTest(target));
    }

    private ScimComparison ParseComparison(ScimTarget target) => new(target, ParseTest(target));

    private ScimTest ParseTest(ScimTarget target)
    {
        if (!tokens.TryTakeName(out var word))
            throw Unexpected("an operator");
        if (word.Equals("pr", StringComparison.OrdinalIgnoreCase))
            return new ScimPresence(IsWanted: true);
        if (ScimOperators.Find(word) is not { } compare)
            throw Unexpected("an operator");
        if (tokens.TryTakeText(out var text))
            return TestOf(target, compare, text);
        if (!tokens.TryTakeName(out var literal))
            throw Unexpected("a value in quotation marks");
        if (literal != "null")
            return IsLiteral(literal) ? TestOf(target, compare, literal) : throw Unexpected("a value in quotation marks");
        return compare is ScimOperator.Equal or ScimOperator.NotEqual
            ? new ScimPresence(IsWanted: compare == ScimOperator.NotEqual)
            : throw Unsupported("null can be compared with eq and ne only");
    }

    private static ScimTest TestOf(ScimTarget target, ScimOperator compare, string expected)
    {
        var isEquality = compare is ScimOperator.Equal or ScimOperator.NotEqual;
        switch (target.Compared)
        {
            case { Type: ScimType.Boolean } attribute:
                return isEquality && bool.TryParse(expected, out var flag)
                    ? new ScimBooleanTest(flag, compare == ScimOperator.Equal)
                    : throw Unsupported($"{attribute.Name} can be compared with eq and ne only, and with true or false");
            case { Type: ScimType.DateTime } attribute:
                return (isEquality || compare.IsOrdering()) && TryParseTime(expected, out var time)
                    ? new ScimTimeTest(compare, time)
                    : throw Unsupported($"{attribute.Name} can be compared with eq, ne, gt, ge, lt and le, and with a time");
            case { Type: ScimType.Complex } attribute:
                throw Unsupported($"{attribute.Name} has no value to compare; name one of its attributes");
            case var attribute:
                var comparison = attribute?.IsCaseExact == true ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
                return new ScimTextTest(compare, expected, comparison);
        }
    }

    private ScimFilter ParseNested(IReadOnlyList<ScimAttribute> attributes, char end)
    {
        if (++_depth > ScimFilter.MaxDepth)
            throw Unsupported($"it may be nested {ScimFilter.MaxDepth} deep");
        var filter = ParseOr(attributes);
        _depth--;
        return tokens.TryTake(end) ? filter : throw Unexpected(end.ToString());
    }

    private static bool IsLiteral(string word) => word is "true" or "false" || double.TryParse(word, CultureInfo.InvariantCulture, out _);

    private static bool TryParseTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    private RefusedException Unexpected(string expected) =>
        new(
            ScimErrors.InvalidFilter(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The filter can't be read at character {tokens.Place}: {expected} was expected."
                )
            )
        );

    private static RefusedException Unsupported(string why) => new(ScimErrors.InvalidFilter($"The filter can't be used: {why}."));
}
