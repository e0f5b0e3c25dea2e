using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Http.Lists;

/// <summary>Words that a list is searched for.</summary>
internal static class SearchQuery
{
    /// <summary>The words, null for none, or a refusal that names the field.</summary>
    public static string? Parse(string? text) =>
        text is { Length: > FieldLimits.Search }
            ? throw new RefusedException(HttpErrors.Field("search", $"This may have up to {FieldLimits.Search} characters."))
            : text;
}
