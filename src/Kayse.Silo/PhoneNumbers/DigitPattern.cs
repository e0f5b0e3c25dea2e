using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Kayse.Silo.PhoneNumbers;

/// <summary>
/// A pattern from the metadata, over ASCII digits; compiled when first used. It backtracks: the automata of the engine that doesn't
/// would take 430 MiB for all patterns, against 9.
/// </summary>
[SuppressMessage("Security", "MA0009", Justification = "No pattern repeats anything without bound, as a test checks; the worst input takes microseconds.")]
internal sealed class DigitPattern
{
    private readonly string _expression;

    // Two threads may both compile it; either result will do.
    private Regex? _compiled;

    // \d means every script's digits in .NET, and is slower.
    private DigitPattern(string expression) => _expression = expression.Replace(@"\d", "[0-9]", StringComparison.Ordinal);

    private Regex Compiled => _compiled ??= new Regex(_expression, RegexOptions.CultureInvariant);

    /// <summary>Matches if all digits do.</summary>
    public static DigitPattern Whole(string pattern) => new($@"\A(?:{pattern})\z");

    /// <summary>Matches if the first digits do.</summary>
    public static DigitPattern Start(string pattern) => new($@"\A(?:{pattern})");

    public bool IsMatch(ReadOnlySpan<char> digits) => Compiled.IsMatch(digits);

    /// <summary>0 if there is no match.</summary>
    public int MatchLength(ReadOnlySpan<char> digits)
    {
        foreach (var match in Compiled.EnumerateMatches(digits))
            return match.Length;
        return 0;
    }

    /// <summary>With what its groups captured; costs more than <see cref="MatchLength"/>.</summary>
    public Match Match(string digits) => Compiled.Match(digits);
}
