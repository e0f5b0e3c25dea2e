using System.Globalization;
using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Audit;

/// <summary>Which entries a query asks for. Texts, so that a bad one is a problem that names the field.</summary>
/// <param name="Actor">The user id of the actor.</param>
/// <param name="Action">An action such as <c>member.role_changed</c>.</param>
/// <param name="Target">The id of the target.</param>
/// <param name="From">The earliest time (RFC 3339), inclusive.</param>
/// <param name="To">The latest time (RFC 3339), exclusive.</param>
internal sealed record AuditLogQuery(string? Actor, string? Action, string? Target, [QueryTime] string? From, [QueryTime] string? To)
{
    /// <summary>The filter, or a refusal that names the field.</summary>
    public AuditFilter ToFilter() => new(Actor, Action, Target, TimeQuery.Parse("from", From), TimeQuery.Parse("to", To));
}

/// <summary>A place in the chain that was noted earlier; without one the check begins at the beginning.</summary>
/// <param name="Count">The <c>count</c> of an earlier verification.</param>
/// <param name="Hash">The <c>hash</c> of that verification.</param>
internal sealed record AuditPointQuery([QueryNumber(0)] string? Count, [QueryText(AuditPointQuery.HashLength)] string? Hash)
{
    /// <summary>How long a hash is: SHA-256 in hexadecimal.</summary>
    public const int HashLength = 64;

    /// <summary>The place, null for the beginning, or a refusal that names the field.</summary>
    public AuditChainPoint? ToPoint()
    {
        if (Count is null && Hash is null)
            return null;
        if (!long.TryParse(Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            throw new RefusedException(HttpErrors.Field("count", "Enter the entry count from an earlier check."));
        return Hash is { Length: HashLength } && Hash.All(char.IsAsciiHexDigit)
            ? new AuditChainPoint(count, Hash)
            : throw new RefusedException(HttpErrors.Field("hash", "Enter the hash from an earlier check."));
    }
}
