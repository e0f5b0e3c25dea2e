using System.Text.Json;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Mail;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Authorization.Introspection;

/// <summary>Token introspection (RFC 7662), for services that can't or won't call <c>GET /session</c>.</summary>
internal sealed class IntrospectionEndpoints(
    IntrospectionClients clients,
    LiveSessions sessions,
    LiveApiKeys keys,
    RequestLimits limits,
    PublicLinks links
)
{
    /// <summary>Introspect a token</summary>
    /// <remarks>
    /// For other services (RFC 7662): tells who a session token or API key acts as. A token that is unknown, expired,
    /// revoked or restricted is <c>{"active": false}</c>, whatever the reason.
    ///
    /// The service authenticates with the client id and secret that the operator configured for it. The call counts as
    /// activity of the session, and against the rate of an API key, because a service makes it when somebody uses the
    /// token there. A key that has used up its rate gets 429.
    /// </remarks>
    [Tags("Sessions and permissions")]
    [Accepts<IntrospectionForm>(IntrospectionForm.ContentType)]
    [Produces<IntrospectionResponse>(StatusCodes.Status200OK)]
    [Refuses("invalid_client", "rate_limited")]
    public async Task IntrospectTokenAsync(HttpContext context)
    {
        if (!clients.Knows(context.Request))
        {
            await RefuseAsync(context);
            return;
        }

        var form = await IntrospectionForm.ReadAsync(context);
        var response = await CheckAsync(form.Token);
        await ReadyJson.SendAsync(context.Response, JsonSerializer.SerializeToUtf8Bytes(response, JsonFormat.Responses));
    }

    // Clients with the right secret are never limited: whoever shares their network could lock them out otherwise.
    private Task RefuseAsync(HttpContext context) =>
        limits.TryTake(RateLimitKind.WrongClientSecretsPerCaller, RemoteAddress.NetworkOf(context)) is { } retryAfter
            ? ProblemWriter.WriteRateLimitedAsync(context, retryAfter)
            : ProblemWriter.WriteAsync(context, HttpErrors.InvalidClient);

    private ValueTask<IntrospectionResponse> CheckAsync(string text)
    {
        if (SecretToken.TryParse(text, out var token))
            return OfSessionAsync(sessions.CheckAsync(token, out var sessionId), sessionId);
        if (ApiKeyToken.TryParse(text, out var key))
            return OfKeyAsync(keys.CheckAsync(key.Id.ToString(), key.Hash), key.Id.ToString());
        return new(IntrospectionResponse.Inactive);
    }

    private async ValueTask<IntrospectionResponse> OfSessionAsync(ValueTask<SessionCheck> checking, string sessionId) =>
        await checking is { Principal: { } principal } check && SessionErrors.Restricted(principal.Restriction) is null
            ? IntrospectionResponse.Of(principal, sessionId, check.ExpiresAt, links.PublicUrl)
            : IntrospectionResponse.Inactive;

    private async ValueTask<IntrospectionResponse> OfKeyAsync(ValueTask<ApiKeyCheck> checking, string keyId)
    {
        var check = await checking;
        if (check.Principal is not { } principal)
            return IntrospectionResponse.Inactive;
        return check.Remaining < 0
            ? throw new RateLimitedException(TimeSpan.FromSeconds(check.ResetSeconds))
            : IntrospectionResponse.Of(principal, keyId, check.ExpiresAt, links.PublicUrl, check.Permissions);
    }
}

internal static class IntrospectionRegistration
{
    public static void AddIntrospection(this IServiceCollection services)
    {
        services.AddOptions<IntrospectionOptions>().BindConfiguration(IntrospectionOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<IntrospectionOptions>, IntrospectionOptionsValidator>();
        services.AddSingleton<IntrospectionClients>();
    }

    public static void MapIntrospection(this RouteGroupBuilder api)
    {
        RequestDelegate respond = ActivatorUtilities
            .CreateInstance<IntrospectionEndpoints>(((IEndpointRouteBuilder)api).ServiceProvider)
            .IntrospectTokenAsync;
        // A delegate is documented only when it says what method it is.
        api.MapPost("/oauth/introspect", respond).Allows(Who.Service).ShortCircuit().WithMetadata(respond.Method);
    }
}
