using System.Globalization;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Http.Lists;

/// <summary>
/// The part of a list that a query asks for. Texts, so that a bad one is a problem that names the field.
/// </summary>
/// <param name="Limit">How many at most: 1 to 200, by default 50.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
internal sealed record PageQuery(
    [QueryNumber(1, Max = FieldLimits.PageSize, Default = PageQuery.DefaultLimit)] string? Limit,
    [QueryText(PageQuery.MaxCursorLength)] string? Cursor
)
{
    /// <summary>How many there are on a page when nothing else is asked for.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The longest cursor; the longest name is some 800 characters of one.</summary>
    public const int MaxCursorLength = 2048;

    /// <summary>The request, or a refusal that names the field.</summary>
    public PageRequest ToRequest()
    {
        var limit = DefaultLimit;
        if (
            Limit is not null
            && (
                !int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > FieldLimits.PageSize
            )
        )
            throw new RefusedException(HttpErrors.Field("limit", "This must be a number from 1 to 200."));
        if (Cursor is { Length: 0 or > MaxCursorLength })
            throw new RefusedException(
                HttpErrors.Field("cursor", "This is not a valid cursor. Use the nextCursor of the previous page.")
            );
        return new PageRequest(limit, Cursor);
    }
}
