using Kayse.Grains.AccessReviews;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.AccessReviews;

/// <summary>Which members of a review a query asks for. Texts, so that a bad one is a problem that names the field.</summary>
/// <param name="State"><c>undecided</c>, <c>kept</c>, <c>reduced</c>, <c>removed</c> or <c>left</c>.</param>
/// <param name="Search">Words that must all occur in the name or email address. Ignores case and accents. Up to 200
/// characters.</param>
internal sealed record ReviewedMemberQuery([QueryWords<AccessReviewState>] string? State, [QueryText(FieldLimits.Search)] string? Search)
{
    /// <summary>The filter, or a refusal that names the field.</summary>
    public AccessReviewFilter ToFilter()
    {
        AccessReviewState? state = null;
        if (State is not null)
            state = Words<AccessReviewState>.TryParse(State, out var known)
                ? known
                : throw new RefusedException(
                    HttpErrors.Field("state", $"This must be one of {string.Join(", ", Words<AccessReviewState>.All)}.")
                );
        return new AccessReviewFilter(state, SearchQuery.Parse(Search));
    }
}

/// <summary>How a review is closed. A text, so that a bad one is a problem that names the field.</summary>
/// <param name="Confirm"><c>true</c> closes it even if members haven't been reviewed; <c>false</c> is the
/// default.</param>
internal sealed record CloseReviewQuery([QueryFlag] string? Confirm)
{
    /// <summary>Whether it is confirmed, or a refusal that names the field.</summary>
    public bool IsConfirmed() =>
        Confirm switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw new RefusedException(HttpErrors.Field("confirm", "This must be true or false.")),
        };
}
