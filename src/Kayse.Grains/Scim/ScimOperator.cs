namespace Kayse.Grains.Scim;

/// <summary>How a filter compares.</summary>
internal enum ScimOperator
{
    Equal,
    NotEqual,
    Contains,
    StartsWith,
    EndsWith,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

internal static class ScimOperators
{
    /// <summary>The operator of a word of a filter; null when it is none.</summary>
    public static ScimOperator? Find(string word) =>
        word.ToLowerInvariant() switch
        {
            "eq" => ScimOperator.Equal,
            "ne" => ScimOperator.NotEqual,
            "co" => ScimOperator.Contains,
            "sw" => ScimOperator.StartsWith,
            "ew" => ScimOperator.EndsWith,
            "gt" => ScimOperator.Greater,
            "ge" => ScimOperator.GreaterOrEqual,
            "lt" => ScimOperator.Less,
            "le" => ScimOperator.LessOrEqual,
            _ => null,
        };

    /// <summary>Whether it tells which of two comes first.</summary>
    public static bool IsOrdering(this ScimOperator compare) => compare >= ScimOperator.Greater;

    /// <summary>Whether a value passes that comes after, with or before another.</summary>
    public static bool Orders(this ScimOperator compare, int order) =>
        compare switch
        {
            ScimOperator.Greater => order > 0,
            ScimOperator.GreaterOrEqual => order >= 0,
            ScimOperator.Less => order < 0,
            ScimOperator.LessOrEqual => order <= 0,
            _ => false,
        };
}
