using System.Text.Json;
using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;

namespace Kayse.WebHost.Authorization;

/// <summary>Responds to <c>POST /authorize/batch</c>.</summary>
internal sealed class AuthorizeBatch(AuthorizationCaller caller)
{
    /// <summary>Check several permissions</summary>
    /// <remarks>
    /// Makes up to 100 checks for the caller in one request, each as <c>POST /authorize</c> does. All of them see the
    /// same state of the caller's access. The call counts as activity once.
    /// </remarks>
    [Tags("Sessions and permissions")]
    [Accepts<AuthorizeBatchRequest>]
    [Produces<AuthorizeBatchResponse>(StatusCodes.Status200OK)]
    public Task AuthorizeBatchAsync(HttpContext context) => caller.RespondAsync(context, RespondAsync);

    private static async Task RespondAsync(HttpContext context, SessionPrincipal? principal)
    {
        var request = await JsonBody.ReadAsync<AuthorizeBatchRequest>(context.Request, context.RequestAborted);
        request.Validate();
        var decisions = request.Checks.Select(check => principal is null ? AuthorizeRequest.Deactivated : check.DecideFor(principal));
        var response = new AuthorizeBatchResponse([.. decisions.Select(AuthorizeResponse.Of)]);
        await ReadyJson.SendAsync(context.Response, JsonSerializer.SerializeToUtf8Bytes(response, JsonFormat.Responses));
    }
}
