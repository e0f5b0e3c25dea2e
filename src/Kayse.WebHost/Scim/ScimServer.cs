using System.Diagnostics.CodeAnalysis;
using Kayse.Grains.Errors;
using Kayse.Grains.Scim;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Http.RateLimits;

namespace Kayse.WebHost.Scim;

/// <summary>
/// What all routes of SCIM have in common: the token is checked before anything is read, refusals become SCIM errors, and
/// the request is noted for the company's admins.
/// </summary>
internal sealed class ScimServer(IGrainFactory grains, RequestLimits limits, TimeProvider clock)
{
    /// <summary>A route that is answered for whoever has a company's token.</summary>
    public RequestDelegate Serve(Func<ScimExchange, Task<ScimResponse>> answerAsync) => context => AnswerAsync(context, answerAsync);

    private async Task AnswerAsync(HttpContext context, Func<ScimExchange, Task<ScimResponse>> answerAsync)
    {
        if (await IdentifyAsync(context) is not { } exchange)
            return;
        try
        {
            var response = await answerAsync(exchange);
            exchange.Answered(response);
            await response.WriteAsync(context);
        }
        catch (RefusedException refused)
        {
            exchange.Refused(refused.Refusal);
            await ProblemWriter.WriteAsync(context, refused.Refusal);
        }
        finally
        {
            // Who has gone away in the middle of a request has neither an answer nor a fault.
            if (exchange.IsAnswered || !context.RequestAborted.IsCancellationRequested)
                await grains.GetGrain<IScimActivityGrain>(exchange.CompanyId).NoteAsync(exchange.Note(clock.GetUtcNow()));
        }
    }

    // Null when the request is refused. Who has a right token is never limited by others in the same network.
    private async Task<ScimExchange?> IdentifyAsync(HttpContext context)
    {
        TimeSpan? wait;
        if (TryReadToken(context, out var companyId, out var caller) && await IsRightAsync(companyId, caller))
        {
            wait = limits.TryTake(RateLimitKind.ScimRequestsPerCompany, companyId);
            if (wait is null)
                return new ScimExchange(context, companyId, caller);
        }
        else
        {
            wait = limits.TryTake(RateLimitKind.WrongScimTokensPerCaller, RemoteAddress.NetworkOf(context));
        }

        var refusal = wait is { } retryAfter ? GeneralErrors.RateLimited(retryAfter) : ScimErrors.Unauthenticated;
        await ProblemWriter.WriteAsync(context, refusal);
        return null;
    }

    private async Task<bool> IsRightAsync(string companyId, ScimCaller caller)
    {
        try
        {
            await grains.GetGrain<IScimUsersGrain>(companyId).AuthenticateAsync(caller);
            return true;
        }
        catch (RefusedException refused) when (refused.Code == ScimErrors.Unauthenticated.Code)
        {
            return false;
        }
    }

    private static bool TryReadToken(HttpContext context, out string companyId, [NotNullWhen(true)] out ScimCaller? caller)
    {
        caller = null;
        if (!ScimToken.TryParse(SessionCredential.Of(context.Request, out var byCookie), out companyId, out var hash) || byCookie)
            return false;
        caller = new ScimCaller(hash, RemoteAddress.Of(context));
        return true;
    }
}
