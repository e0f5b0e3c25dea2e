using System.Buffers;
using System.Text.Json;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Sessions;

/// <summary>
/// Answers <c>GET /session</c>, which every other service calls on each of its requests: a bare delegate that finishes
/// without an asynchronous step when the session is in memory, throws nothing for a session that isn't live, and writes
/// its JSON straight into the response.
/// </summary>
internal sealed class CurrentSession(LiveSessions sessions, LiveApiKeys keys)
{
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _scratch;

    public Task AnswerAsync(HttpContext context)
    {
        if (!SecretToken.TryParse(SessionCredential.Of(context.Request, out _), out var token))
            return ApiKeyCaller.AnswerAsync(context, keys, AnswerAsync);
        var check = sessions.CheckAsync(token, out var sessionId);
        return check.IsCompletedSuccessfully
            ? AnswerAsync(context, sessionId, check.Result)
            : WaitAndAnswerAsync(context, sessionId, check);
    }

    private static Task AnswerAsync(HttpContext context, string keyId, ApiKeyCheck check) =>
        AnswerAsync(context, keyId, check.Principal!, check.ExpiresAt);

    private static async Task WaitAndAnswerAsync(HttpContext context, string sessionId, ValueTask<SessionCheck> check) =>
        await AnswerAsync(context, sessionId, await check);

    private static Task AnswerAsync(HttpContext context, string sessionId, SessionCheck check)
    {
        if (check.Principal is not { } principal)
            return ProblemWriter.WriteAsync(
                context,
                check.Ended is { } reason ? SessionErrors.Ended(reason) : SessionErrors.Unauthenticated
            );
        if (SessionErrors.Restricted(principal.Restriction) is { } restricted)
            return ProblemWriter.WriteAsync(context, restricted);
        return AnswerAsync(context, sessionId, principal, check.ExpiresAt);
    }

    private static Task AnswerAsync(HttpContext context, string id, SessionPrincipal principal, DateTimeOffset? expiresAt)
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
