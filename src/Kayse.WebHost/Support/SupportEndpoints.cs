using Kayse.Grains.Members;
using Kayse.Grains.Support;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Idempotency;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Support;

/// <summary>How people reach support (CO-13).</summary>
internal static class SupportEndpoints
{
    public static void MapSupport(this RouteGroupBuilder api)
    {
        api.MapGet("/support", GetSupport).WithTags("Company").Allows(Who.SignedIn);
        api.MapPost("/companies/{company}/change-requests", RequestChangeAsync)
            .WithTags("Company")
            .Allows(Who.Holding(Permissions.ManageBilling), limit: RateLimitKind.SupportRequestsPerUser);
    }

    /// <summary>Get the channels of support</summary>
    /// <remarks>
    /// How people reach the operator's support, and the diagnostics that help it: what <c>POST
    /// /companies/{company}/change-requests</c> sends along, for people to read first. They hold no secret.
    /// </remarks>
    public static Ok<SupportResponse> GetSupport(
        HttpContext context,
        Caller caller,
        IOptions<SupportOptions> options,
        TimeProvider clock
    ) => TypedResults.Ok(SupportResponse.Of(options.Value, DiagnosticBundle.Of(context, caller, clock, traceId: null)));

    /// <summary>Request a change</summary>
    /// <remarks>
    /// Mails support that the subscription or the billing details of the company are to be changed, with the company's id
    /// and the address of the person who asks.
    /// </remarks>
    [Produces<ChangeRequestedResponse>(StatusCodes.Status202Accepted)]
    [TakesIdempotencyKey]
    [Refuses("forbidden", "not_found", "support_unavailable")]
    public static Task<IResult> RequestChangeAsync(
        string company,
        Body<ChangeRequestRequest> body,
        Caller caller,
        IGrainFactory grains,
        IdempotentResponses answers,
        TimeProvider clock,
        HttpContext context
    )
    {
        var companyId = caller.CompanyId(company);
        var key = RequestKey.Of(context.Request, clock, body.Fingerprint, "change-request", companyId, caller.Principal.UserId);
        return answers.RunAsync(
            context,
            key,
            async () =>
            {
                var diagnostics = body.Value.Diagnostics ? DiagnosticBundle.Of(context, caller, clock, body.Value.TraceId) : null;
                var command = new RequestChange(key.IdOf("change-request"), body.Value.Subject, body.Value.Message, diagnostics);
                await grains.GetGrain<ISupportGrain>(companyId).RequestChangeAsync(caller.Actor, command);
                return new Creation(new ChangeRequestedResponse(command.Id), Location: null) { Status = StatusCodes.Status202Accepted };
            }
        );
    }
}
