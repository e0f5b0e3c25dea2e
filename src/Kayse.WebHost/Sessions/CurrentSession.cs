using System.Buffers;
using System.Text.Json;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Sessions;

/// <summary>
/// Responds to <c>GET /session</c>, which every other service calls on each of its requests: a bare delegate that finishes
/// without an asynchronous step when the session is in memory, throws nothing for a session that isn't live, and writes
/// its JSON straight into the response.
/// </summary>
internal sealed class CurrentSession(LiveSessions sessions, LiveApiKeys keys)
{
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _scratch;

    /// <summary>Get the current session</summary>
    /// <remarks>
    /// Returns who the session or API key acts as and what they may do. Other services call this on each of their
    /// requests. The call counts as activity.
    /// </remarks>
    [Tags("Sessions and permissions")]
    [Produces<SessionResponse>(StatusCodes.Status200OK)]
    public Task GetSessionAsync(HttpContext context)
    {
        if (!SecretToken.TryParse(SessionCredential.Of(context.Request, out _), out var token))
            return ApiKeyCaller.RespondAsync(context, keys, RespondAsync);
        var check = sessions.CheckAsync(token, out var sessionId);
        return check.IsCompletedSuccessfully
            ? RespondAsync(context, sessionId, check.Result)
            : WaitAndRespondAsync(context, sessionId, check);
    }

    private static Task RespondAsync(HttpContext context, string keyId, ApiKeyCheck check) =>
        RespondAsync(context, keyId, check.Principal!, check.ExpiresAt);

    private static async Task WaitAndRespondAsync(HttpContext context, string sessionId, ValueTask<SessionCheck> check) =>
        await RespondAsync(context, sessionId, await check);

    private static Task RespondAsync(HttpContext context, string sessionId, SessionCheck check)
    {
        if (check.Principal is not { } principal)
            return ProblemWriter.WriteAsync(
                context,
                check.Ended is { } reason ? SessionErrors.Ended(reason) : SessionErrors.Unauthenticated
            );
        if (SessionErrors.Restricted(principal.Restriction) is { } restricted)
            return ProblemWriter.WriteAsync(context, restricted);
        return RespondAsync(context, sessionId, principal, check.ExpiresAt);
    }

    private static Task RespondAsync(HttpContext context, string id, SessionPrincipal principal, DateTimeOffset? expiresAt)
    {
        var (buffer, writer) = _scratch ??= NewScratch();
        buffer.ResetWrittenCount();
        writer.Reset();
        SessionJson.Write(writer, id, principal, expiresAt);
        writer.Flush();
        return ReadyJson.SendAsync(context.Response, buffer.WrittenSpan);
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) NewScratch()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        return (buffer, new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }));
    }
}
