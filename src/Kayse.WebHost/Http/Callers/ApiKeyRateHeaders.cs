using Kayse.Grains.ApiKeys;

namespace Kayse.WebHost.Http.Callers;

/// <summary>Tells the holder of an API key how many requests are left (draft-ietf-httpapi-ratelimit-headers).</summary>
internal static class ApiKeyRateHeaders
{
    public static void Write(HttpResponse response, ApiKeyCheck check)
    {
        response.Headers["RateLimit-Policy"] = FormattableString.Invariant($"\"key\";q={check.Limit};w=60");
        response.Headers["RateLimit"] = FormattableString.Invariant($"\"key\";r={Math.Max(0, check.Remaining)};t={check.ResetSeconds}");
    }
}
