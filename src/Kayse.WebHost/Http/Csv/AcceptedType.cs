using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Http.Csv;

/// <summary>Chooses between two representations by a request's Accept header (RFC 9110, 12.5.1).</summary>
internal static class AcceptedType
{
    /// <summary>
    /// Whether a type is wanted more than the usual one. Wanted as much, it must have been named where the other was
    /// not.
    /// </summary>
    public static bool Prefers(HttpRequest request, string type, string over)
    {
        var accept = request.GetTypedHeaders().Accept;
        var (wanted, usual) = (Find(accept, type), Find(accept, over));
        if (wanted.Quality == usual.Quality)
            return wanted.Quality > 0 && wanted.IsNamed && !usual.IsNamed;
        return wanted.Quality > usual.Quality;
    }

    // The most specific range that covers the type decides its quality.
    private static (double Quality, bool IsNamed) Find(IList<MediaTypeHeaderValue> accept, string type)
    {
        var best = accept
            .Where(range => Covers(range, type))
            .OrderByDescending(range =>
                range.MatchesAllTypes ? 0
                : range.MatchesAllSubTypes ? 1
                : 2
            )
            .FirstOrDefault();
        return best is null ? (0, false) : (best.Quality ?? 1, !best.MatchesAllTypes && !best.MatchesAllSubTypes);
    }

    private static bool Covers(MediaTypeHeaderValue range, string type) =>
        range.MatchesAllTypes
        || (
            range.MatchesAllSubTypes
                ? type.StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase)
                : range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)
        );
}
