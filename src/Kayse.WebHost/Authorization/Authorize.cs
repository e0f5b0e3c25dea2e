using System.Text.Json;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Authorization;

/// <summary>
/// Responds to <c>POST /authorize</c>, as frequent as <c>GET /session</c> and made like it: a bare delegate that asks the
/// session's memory, and finishes without an asynchronous step when session and body are there.
/// </summary>
internal sealed class Authorize(LiveSessions sessions, LiveApiKeys keys, SameOrigin sameOrigin)
{
    private const int MaxText = 64;

    // Every possible response.
    private static readonly byte[][] _allowed = ResponsesOf(allowed: true);
    private static readonly byte[][] _denied = ResponsesOf(allowed: false);

    /// <summary>Check a permission</summary>
    /// <remarks>
    /// For other services: tells whether the caller may use a permission, optionally on a case type and an agent.
    /// The call counts as activity.
    ///
    /// The caller is allowed when all of the following hold; <c>reason</c> names the first that does not.
    ///
    /// 1. Their <c>agentAccess</c> is <c>all</c>, or the agent is assigned to them (<c>agent</c>).
    /// 2. The permission is not denied on this agent (<c>agent</c>).
    /// 3. The permission is granted on this agent, or they have it in general (<c>permission</c>).
    /// 4. Their <c>caseAccess</c> is <c>all</c>, or the case type is in one of their scopes (<c>case_type</c>).
    ///
    /// When they are allowed, <c>reason</c> says where the permission comes from: their <c>role</c>, a
    /// <c>permission</c> granted to them, or a grant on this <c>agent</c>.
    ///
    /// A session that ended because its person was deactivated gets a normal response with the reason
    /// <c>deactivated</c>. Any other session that has ended gets 401.
    /// </remarks>
    [Tags("Sign-up and sign-in")]
    [Accepts<AuthorizeRequest>]
    [Produces<AuthorizeResponse>(StatusCodes.Status200OK)]
    public Task AuthorizeAsync(HttpContext context)
    {
        if (!SecretToken.TryParse(SessionCredential.Of(context.Request, out var byCookie), out var token))
            return ApiKeyCaller.RespondAsync(context, keys, (key, _, opened) => DecideAsync(key, opened.Principal!));
        if (byCookie && !sameOrigin.Covers(context.Request))
            return ProblemWriter.WriteAsync(context, HttpErrors.CrossOrigin);
        var check = sessions.CheckAsync(token, out _);
        return check.IsCompletedSuccessfully ? RespondAsync(context, check.Result) : WaitAndRespondAsync(context, check);
    }

    private static async Task WaitAndRespondAsync(HttpContext context, ValueTask<SessionCheck> check) =>
        await RespondAsync(context, await check);

    private static Task RespondAsync(HttpContext context, SessionCheck check)
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

    private static byte[][] ResponsesOf(bool allowed) =>
        [
            .. Enum.GetValues<AuthorizationReason>()
                .Select(reason => JsonSerializer.SerializeToUtf8Bytes(new AuthorizeResponse(allowed, reason), JsonFormat.Responses)),
        ];
}
