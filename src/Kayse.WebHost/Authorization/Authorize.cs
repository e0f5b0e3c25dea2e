using System.Text.Json;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Authorization;

/// <summary>
/// Answers <c>POST /authorize</c>, as frequent as <c>GET /session</c> and made like it: a bare delegate that asks the
/// session's memory, and finishes without an asynchronous step when session and body are there.
/// </summary>
internal sealed class Authorize(LiveSessions sessions, LiveApiKeys keys, SameOrigin sameOrigin)
{
    private const int MaxText = 64;

    // Every answer that there is.
    private static readonly byte[][] _allowed = AnswersOf(allowed: true);
    private static readonly byte[][] _denied = AnswersOf(allowed: false);

    public Task AnswerAsync(HttpContext context)
    {
        if (!SecretToken.TryParse(SessionCredential.Of(context.Request, out var byCookie), out var token))
            return ApiKeyCaller.AnswerAsync(context, keys, (key, _, opened) => DecideAsync(key, opened.Principal!));
        if (byCookie && !sameOrigin.Covers(context.Request))
            return ProblemWriter.WriteAsync(context, HttpErrors.CrossOrigin);
        var check = sessions.CheckAsync(token, out _);
        return check.IsCompletedSuccessfully ? AnswerAsync(context, check.Result) : WaitAndAnswerAsync(context, check);
    }

    private static async Task WaitAndAnswerAsync(HttpContext context, ValueTask<SessionCheck> check) =>
        await AnswerAsync(context, await check);

    private static Task AnswerAsync(HttpContext context, SessionCheck check)
    {
        if (check.Ended == SessionEndReason.Deactivated)
            return SendAsync(context, new AuthorizationDecision(false, AuthorizationReason.Deactivated));
        if (check.Principal is not { } principal)
            return ProblemWriter.WriteAsync(
                context,
                check.Ended is { } reason ? SessionErrors.Ended(reason) : SessionErrors.Unauthenticated
            );
        if (SessionErrors.Restricted(principal.Restriction) is { } restricted)
            return ProblemWriter.WriteAsync(context, restricted);
        return DecideAsync(context, principal);
    }

    private static Task DecideAsync(HttpContext context, SessionPrincipal principal)
    {
        var body = JsonBody.ReadAsync<AuthorizeRequest>(context.Request, context.RequestAborted);
        return body.IsCompletedSuccessfully ? DecideAsync(context, principal, body.Result) : WaitAndDecideAsync(context, principal, body);
    }

    private static async Task WaitAndDecideAsync(HttpContext context, SessionPrincipal principal, ValueTask<AuthorizeRequest> body) =>
        await DecideAsync(context, principal, await body);

    private static Task DecideAsync(HttpContext context, SessionPrincipal principal, AuthorizeRequest request) =>
        Refusal(request) is { } refusal
            ? ProblemWriter.WriteAsync(context, refusal)
            : SendAsync(
                context,
                AuthorizationRules.Decide(principal, new AuthorizationQuestion(request.Permission, request.CaseType, request.AgentId))
            );

    private static Task SendAsync(HttpContext context, AuthorizationDecision decision) =>
        ReadyJson.SendAsync(context.Response, (decision.Allowed ? _allowed : _denied)[(int)decision.Reason]);

    private static Refusal? Refusal(AuthorizeRequest request)
    {
        if (!Permissions.IsKnown(request.Permission))
            return HttpErrors.Field("permission", $"This must be one of {string.Join(", ", Permissions.All)}.");
        if (request.CaseType is { } caseType && (string.IsNullOrWhiteSpace(caseType) || caseType.Length > MaxText))
            return HttpErrors.Field("caseType", $"This must have 1 to {MaxText} characters.");
        if (request.AgentId is { } agentId && (string.IsNullOrWhiteSpace(agentId) || agentId.Length > MaxText))
            return HttpErrors.Field("agentId", $"This must have 1 to {MaxText} characters.");
        return null;
    }

    private static byte[][] AnswersOf(bool allowed) =>
        [
            .. Enum.GetValues<AuthorizationReason>()
                .Select(reason => JsonSerializer.SerializeToUtf8Bytes(new AuthorizeAnswer(allowed, reason), JsonFormat.Answers)),
        ];
}
