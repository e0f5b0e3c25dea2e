using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Sessions;

/// <summary>
/// Which part of the sign-in history a query asks for. Texts, so that a bad one is a problem that names the field.
/// </summary>
/// <param name="UserId">A person.</param>
/// <param name="Search">Words in members' names, email addresses and job titles.</param>
/// <param name="Outcome">The result.</param>
/// <param name="From">The earliest time (RFC 3339), inclusive.</param>
/// <param name="To">The latest time (RFC 3339), exclusive.</param>
internal sealed record SignInQuery(
    string? UserId,
    string? Search,
    [QueryWords<SignInOutcome>] string? Outcome,
    [QueryTime] string? From,
    [QueryTime] string? To
)
{
    /// <summary>The search, or a refusal that names the field.</summary>
    public SignInSearch ToSearch() =>
        new(Given(UserId), Given(Search), OutcomeOf(Outcome), TimeQuery.Parse("from", From), TimeQuery.Parse("to", To));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static SignInOutcome? OutcomeOf(string? word)
    {
        if (word is null)
            return null;
        return Words<SignInOutcome>.TryParse(word, out var outcome)
            ? outcome
            : throw new RefusedException(
                HttpErrors.Field("outcome", $"This must be one of {string.Join(", ", Words<SignInOutcome>.All)}.")
            );
    }
}
