using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kayse.Grains.Scim;

/// <summary>How the values of an attribute are compared.</summary>
internal abstract record ScimTest
{
    /// <summary>The text that a value has to be equal to; null when that isn't the test.</summary>
    public virtual string? EqualText => null;

    /// <summary>Whether any of an attribute's values passes.</summary>
    public abstract bool Passes(IEnumerable<JsonValue> values);
}

/// <summary><c>pr</c>: there is a value. <c>eq null</c> and <c>ne null</c> are its opposite and itself.</summary>
internal sealed record ScimPresence(bool IsWanted) : ScimTest
{
    public override bool Passes(IEnumerable<JsonValue> values) =>
        values.Any(value => value.GetValueKind() != JsonValueKind.String || value.GetValue<string>().Length > 0) == IsWanted;
}

/// <summary>Text, without regard to upper and lower case unless the attribute says otherwise.</summary>
internal sealed record ScimTextTest(ScimOperator Operator, string Expected, StringComparison Comparison) : ScimTest
{
    public override string? EqualText => Operator == ScimOperator.Equal ? Expected : null;

    public override bool Passes(IEnumerable<JsonValue> values)
    {
        var texts = values.Where(value => value.GetValueKind() == JsonValueKind.String).Select(value => value.GetValue<string>());
        // What isn't there is different from any value.
        return Operator == ScimOperator.NotEqual
            ? texts.DefaultIfEmpty("").Any(text => !text.Equals(Expected, Comparison))
            : texts.Any(Passes);
    }

    private bool Passes(string text) =>
        Operator switch
        {
            ScimOperator.Equal => text.Equals(Expected, Comparison),
            ScimOperator.Contains => text.Contains(Expected, Comparison),
            ScimOperator.StartsWith => text.StartsWith(Expected, Comparison),
            ScimOperator.EndsWith => text.EndsWith(Expected, Comparison),
            _ => Operator.Orders(string.Compare(text, Expected, Comparison)),
        };
}

/// <summary>True or false.</summary>
internal sealed record ScimBooleanTest(bool Expected, bool IsEqual) : ScimTest
{
    public override bool Passes(IEnumerable<JsonValue> values)
    {
        var found = values.Select(value => value.GetValueKind() == JsonValueKind.True);
        return IsEqual ? found.Contains(Expected) : found.DefaultIfEmpty(!Expected).Contains(!Expected);
    }
}

/// <summary>A time.</summary>
internal sealed record ScimTimeTest(ScimOperator Operator, DateTimeOffset Expected) : ScimTest
{
    public override bool Passes(IEnumerable<JsonValue> values)
    {
        var times = values.Select(value => DateTimeOffset.Parse(value.ToString(), CultureInfo.InvariantCulture)).ToList();
        return times.Count == 0 ? Operator == ScimOperator.NotEqual : times.Exists(time => Passes(time.CompareTo(Expected)));
    }

    private bool Passes(int order) =>
        Operator switch
        {
            ScimOperator.Equal => order == 0,
            ScimOperator.NotEqual => order != 0,
            _ => Operator.Orders(order),
        };
}
