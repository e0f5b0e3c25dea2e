using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Members;

/// <summary>Which members a query asks for. Texts, so that a bad one is a problem that names the field.</summary>
/// <param name="Search">Words that must all occur in the name, email address or job title. Ignores case and
/// accents. Up to 200 characters.</param>
/// <param name="Role"><c>user</c>, <c>admin</c> or <c>super_admin</c>.</param>
/// <param name="Status"><c>active</c> or <c>deactivated</c>.</param>
/// <param name="Sort"><c>name</c> (the default), <c>email</c>, <c>role</c>, <c>joinedAt</c>, <c>lastActiveAt</c> or
/// <c>status</c>; put <c>-</c> in front for descending order.</param>
/// <param name="TwoFactorEnabled"><c>true</c>: who has a second factor; <c>false</c>: who has none.</param>
internal sealed record MemberQuery(
    [QueryText(FieldLimits.Search)] string? Search,
    [QueryWords<Role>] string? Role,
    [QueryWords<MemberStatus>] string? Status,
    [QueryWords(
        "name",
        "-name",
        "email",
        "-email",
        "role",
        "-role",
        "joinedAt",
        "-joinedAt",
        "lastActiveAt",
        "-lastActiveAt",
        "status",
        "-status",
        Default = "name"
    )]
        string? Sort,
    [QueryFlag(IsFilter = true)] string? TwoFactorEnabled
)
{
    private static readonly Dictionary<string, MemberSort> _sorts = new(StringComparer.Ordinal)
    {
        ["name"] = MemberSort.Name,
        ["email"] = MemberSort.Email,
        ["role"] = MemberSort.Role,
        ["joinedAt"] = MemberSort.JoinedAt,
        ["lastActiveAt"] = MemberSort.LastActiveAt,
        ["status"] = MemberSort.Status,
    };

    /// <summary>The filter, or a refusal that names the field.</summary>
    public MemberFilter ToFilter()
    {
        var search = SearchQuery.Parse(Search);
        var descending = Sort is ['-', ..];
        var sort =
            Sort is null ? MemberSort.Name
            : _sorts.TryGetValue(descending ? Sort[1..] : Sort, out var known) ? known
            : throw new RefusedException(
                HttpErrors.Field("sort", $"This must be one of {string.Join(", ", _sorts.Keys)}, with - before it for descending.")
            );
        return new MemberFilter(search, WordOf<Role>("role", Role), WordOf<MemberStatus>("status", Status), sort, descending)
        {
            TwoFactorEnabled = TwoFactorEnabled switch
            {
                null => null,
                "true" => true,
                "false" => false,
                _ => throw new RefusedException(HttpErrors.Field("twoFactorEnabled", "This must be true or false.")),
            },
        };
    }

    private static T? WordOf<T>(string field, string? word)
        where T : struct, Enum
    {
        if (word is null)
            return null;
        return Words<T>.TryParse(word, out var value)
            ? value
            : throw new RefusedException(HttpErrors.Field(field, $"This must be one of {string.Join(", ", Words<T>.All)}."));
    }
}
