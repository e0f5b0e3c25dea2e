using Kayse.Grains.Tokens;

namespace Kayse.Grains.Scim;

/// <summary>
/// A bearer token for SCIM, <c>kayse_scim_&lt;company id&gt;.&lt;secret&gt;</c>: the id names the company whose directory
/// knows the token, the rest is as in <see cref="SecretToken"/>. Only the hash is kept.
/// </summary>
public static class ScimToken
{
    private const string Start = "kayse_scim_";

    /// <summary>Makes a token for a company; the hash is what to store.</summary>
    public static string Create(string companyId, out TokenHash hash) => Start + SecretToken.Create(companyId, out hash);

    /// <summary>
    /// Reads a token; false when it has not the form of one. Whether it is right only the company's directory can tell.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> token, out string companyId, out TokenHash hash)
    {
        (companyId, hash) = ("", default);
        if (!token.StartsWith(Start, StringComparison.Ordinal) || !SecretToken.TryParse(token[Start.Length..], out var parsed))
            return false;
        (companyId, hash) = (parsed.Id.ToString(), parsed.Hash);
        return true;
    }
}
