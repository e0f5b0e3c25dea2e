using System.Text.Json;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Authorization;

/// <summary>
/// Responds to <c>POST /authorize</c>, as frequent as <c>GET /session</c> and made like it: a bare delegate that asks the
/// session's memory, and finishes without an asynchronous step when session and body are there.
/// </summary>
internal sealed class Authorize(AuthorizationCaller caller)
{
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
    [Tags("Sessions and permissions")]
    [Accepts<AuthorizeRequest>]
    [Produces<AuthorizeResponse>(StatusCodes.Status200OK)]
    public Task AuthorizeAsync(HttpContext context) => caller.RespondAsync(context, RespondAsync);

    private static Task RespondAsync(HttpContext context, SessionPrincipal? principal)
    {
        if (principal is null)
            return SendAsync(context, AuthorizeRequest.Deactivated);
        var body = JsonBody.ReadAsync<AuthorizeRequest>(context.Request, context.RequestAborted);
        return body.IsCompletedSuccessfully ? DecideAsync(context, principal, body.Result) : WaitAndDecideAsync(context, principal, body);
    }

    private static async Task WaitAndDecideAsync(HttpContext context, SessionPrincipal principal, ValueTask<AuthorizeRequest> body) =>
        await DecideAsync(context, principal, await body);

    private static Task DecideAsync(HttpContext context, SessionPrincipal principal, AuthorizeRequest request)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        request.AddFaults(faults);
        return faults.Count > 0
            ? ProblemWriter.WriteAsync(context, GeneralErrors.Invalid(faults))
            : SendAsync(context, request.DecideFor(principal));
    }

    private static Task SendAsync(HttpContext context, AuthorizationDecision decision) =>
        ReadyJson.SendAsync(context.Response, (decision.Allowed ? _allowed : _denied)[(int)decision.Reason]);

    private static byte[][] ResponsesOf(bool allowed) =>
        [
            .. Enum.GetValues<AuthorizationReason>()
                .Select(reason => JsonSerializer.SerializeToUtf8Bytes(new AuthorizeResponse(allowed, reason), JsonFormat.Responses)),
        ];
}
