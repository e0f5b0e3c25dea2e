using Kayse.Grains.Directory;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Console.Design;

/// <summary>Whose phone numbers somebody most likely types.</summary>
internal static class PhoneCountry
{
    /// <summary>The country at hand, else the region of the first language that a browser asks for; null for neither.</summary>
    /// <param name="country">ISO 3166 alpha-2, or null.</param>
    /// <param name="request">What the browser sent.</param>
    public static string? Of(string? country, HttpRequest request)
    {
        if (country is not null)
            return country;
        var languages = request.GetTypedHeaders().AcceptLanguage;
        var regions = languages.OrderByDescending(language => language.Quality ?? 1).Select(RegionOf);
        return regions.FirstOrDefault(region => region is not null);
    }

    private static string? RegionOf(StringWithQualityHeaderValue language) =>
        language.Value.Value?.Split('-') is [_, .., { Length: 2 } region]
        && Countries.Codes.Contains(region.ToUpperInvariant(), StringComparer.Ordinal)
            ? region.ToUpperInvariant()
            : null;
}
