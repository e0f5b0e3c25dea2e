using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Sso;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Http.Features;

namespace Kayse.WebHost.Http.Callers;

/// <summary>
/// Enforces the <see cref="Access"/> of an endpoint before its body is read: who calls, from where, how often. Refuses
/// without exceptions, because whoever is refused here may come back at once and often.
/// </summary>
internal sealed class CallerMiddleware(
    RequestDelegate next,
    LiveSessions sessions,
    LiveApiKeys keys,
    SameOrigin sameOrigin,
    RequestLimits limits,
    IGrainFactory grains,
    TimeProvider clock
)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Access>() is { } access ? CheckAsync(context, access) : next(context);

    private async Task CheckAsync(HttpContext context, Access access)
    {
        context.Response.Headers.CacheControl = "no-store";
        var looksAtSession = access.Caller is AccessKind.SignedIn or AccessKind.AnyoneOrSignedIn;
        if (looksAtSession && await IdentifyAsync(context, access) is { } refusal && access.Caller == AccessKind.SignedIn)
            await ProblemWriter.WriteAsync(context, refusal);
        else if (
            access.Limit is { } limit
            && (access.CountsReads || !IsSafe(context.Request.Method))
            && limits.TryTake(limit, LimitKey(context, access)) is { } retryAfter
        )
            await ProblemWriter.WriteRateLimitedAsync(context, retryAfter);
        else
            await next(context);
    }

    // Null when the caller is known now, else why not.
    private async ValueTask<Refusal?> IdentifyAsync(HttpContext context, Access access)
    {
        if (!SecretToken.TryParse(SessionCredential.Of(context.Request, out var byCookie), out var token))
            return await IdentifyByKeyAsync(context);
        if (byCookie && !IsSafe(context.Request.Method) && !sameOrigin.Covers(context.Request))
            return HttpErrors.CrossOrigin;
        string sessionId;
        var check = await (
            access.CountsAsUse
                ? sessions.CheckAsync(token, out sessionId)
                : sessions.LookAsync(sessionId = token.Id.ToString(), token.Hash)
        );
        if (check.Principal is not { } principal)
            return check.Ended is { } reason ? SessionErrors.Ended(reason) : SessionErrors.Unauthenticated;
        if (SessionErrors.Restricted(principal.Restriction) is { } restricted && !ServesRestricted(context, principal.Restriction))
            return restricted;
        if (principal.Scopes is { } scopes && !ServesScoped(context, scopes))
            return SessionErrors.OutOfScope;
        if (principal.SsoConnectionId is not null && await IsOutOfReachAsync(context, principal))
            return SsoErrors.AccountOutOfReach;
        var isProved = SessionProof.Counts(check.ProvedAt, clock.GetUtcNow());
        if (StepUp(context) is not null && !isProved)
            return SessionErrors.StepUpRequired;
        context.Features.Set(
            new Caller(sessionId, principal, RemoteAddress.Of(context)) { ProvedAt = check.ProvedAt, IsProved = isProved }
        );
        return null;
    }

    private async ValueTask<Refusal?> IdentifyByKeyAsync(HttpContext context)
    {
        var (keyId, check, refusal) = await ApiKeyCaller.CheckAsync(context, keys);
        if (refusal is not null)
            return refusal;
        if (
            context.GetEndpoint()!.Metadata.GetMetadata<ApiKeyAccess>() is not { } access
            || !check.Permissions.Cover(access.Needed)
            || (access.OnlyOfPeople && check.Principal!.IsServiceKey)
            || StepUp(context) is { ServesKeys: false }
        )
            return ApiKeyErrors.NotAllowed;
        context.Features.Set(new Caller(keyId, check.Principal!, RemoteAddress.Of(context)) { Key = check.Permissions });
        return null;
    }

    private static bool ServesRestricted(HttpContext context, SessionRestriction restriction) =>
        context.GetEndpoint()!.Metadata.GetMetadata<ServesRestrictedSessions>()?.Serves(restriction) == true;

    private static bool ServesScoped(HttpContext context, IReadOnlyList<string> scopes) =>
        context.GetEndpoint()!.Metadata.GetMetadata<ServesScopedSessions>()?.Serves(scopes) == true;

    private async ValueTask<bool> IsOutOfReachAsync(HttpContext context, SessionPrincipal principal) =>
        context.GetEndpoint()!.Metadata.GetMetadata<AccountWide>() is { } account
        && (
            !account.OnlyElsewhere
            || await grains.GetGrain<IMembershipsGrain>(principal.UserId).BelongsElsewhereAsync(principal.CompanyId)
        );

    private static StepUpNeeded? StepUp(HttpContext context) => context.GetEndpoint()!.Metadata.GetMetadata<StepUpNeeded>();

    private static string LimitKey(HttpContext context, Access access) =>
        access.Caller == AccessKind.SignedIn
            ? context.Features.GetRequiredFeature<Caller>().Principal.UserId
            : RemoteAddress.NetworkOf(context);

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
