using System.Globalization;
using Kayse.Grains.Directory;

namespace Kayse.WebHost.Console.Design;

/// <summary>The countries as people call them.</summary>
public static class CountryNames
{
    private static readonly Dictionary<string, string> _names = Countries.Codes.ToDictionary(
        code => code,
        NameOf,
        StringComparer.Ordinal
    );

    /// <summary>Codes of ISO 3166 with the names, in the order of these: what a select offers.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        .. _names
            .Select(country => (country.Key, country.Value))
            .OrderBy(country => country.Value, StringComparer.Create(CultureInfo.GetCultureInfo("en"), ignoreCase: true)),
    ];

    /// <summary>The name of one; the code where there is no such country.</summary>
    public static string Of(string code) => _names.GetValueOrDefault(code, code);

    // An installation without ICU's data knows no names, and one with it not this one.
    private static string NameOf(string code)
    {
        if (code is "EH")
            return "Western Sahara";
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }
}
