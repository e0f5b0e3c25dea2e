using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Http.Callers;

/// <summary>
/// Finds out who calls by an API key, in place of a session's token. Counts against the key's rate, and says so in the
/// answer's headers.
/// </summary>
internal static class ApiKeyCaller
{
    /// <summary>The key's id and what it opens, or why it opens nothing.</summary>
    public static async ValueTask<(string Id, ApiKeyCheck Check, Refusal? Refusal)> CheckAsync(HttpContext context, LiveApiKeys keys)
    {
        if (!ApiKeyToken.TryParse(SessionCredential.Of(context.Request, out var byCookie), out var token) || byCookie)
            return (string.Empty, default, SessionErrors.Unauthenticated);
        var id = token.Id.ToString();
        var check = await keys.CheckAsync(id, token.Hash);
        if (check.Principal is null)
            return (id, check, SessionErrors.Unauthenticated);
        ApiKeyRateHeaders.Write(context.Response, check);
        return (id, check, check.Remaining < 0 ? GeneralErrors.RateLimited(TimeSpan.FromSeconds(check.ResetSeconds)) : null);
    }

    /// <summary>For endpoints that check the caller themselves and serve any key.</summary>
    public static async Task RespondAsync(HttpContext context, LiveApiKeys keys, Func<HttpContext, string, ApiKeyCheck, Task> respond)
    {
        var (id, check, refusal) = await CheckAsync(context, keys);
        await (refusal is null ? respond(context, id, check) : ProblemWriter.WriteAsync(context, refusal));
    }
}
