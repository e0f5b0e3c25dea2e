using Kayse.WebHost.Http.Problems;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Http.Cors;

/// <summary>
/// Lets pages of the configured origins call the API (CORS) with a token. Never with cookies: browsers are not told to
/// send credentials, so that a page of another site can't act as whoever is signed in here.
/// </summary>
internal static class CrossOriginRequests
{
    // How long browsers may keep what a preflight was answered; Chromium keeps it for two hours at most.
    private static readonly TimeSpan _preflightMaxAge = TimeSpan.FromHours(2);

    private static readonly string[] _methods =
    [
        HttpMethods.Get,
        HttpMethods.Head,
        HttpMethods.Post,
        HttpMethods.Put,
        HttpMethods.Patch,
        HttpMethods.Delete,
    ];

    private static readonly string[] _requestHeaders =
    [
        HeaderNames.Authorization,
        HeaderNames.ContentType,
        HeaderNames.Accept,
        HeaderNames.IfMatch,
        HeaderNames.IfNoneMatch,
        "Idempotency-Key",
    ];

    // Of an answer, pages see only these and a few harmless ones.
    private static readonly string[] _responseHeaders =
    [
        HeaderNames.ETag,
        HeaderNames.Location,
        HeaderNames.RetryAfter,
        HeaderNames.WWWAuthenticate,
        HeaderNames.ContentDisposition,
        "RateLimit",
        "RateLimit-Policy",
    ];

    public static void AddCrossOriginRequests(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<CorsOptions>().BindConfiguration(CorsOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<CorsOptions>, CorsOptionsValidator>();
        builder.Services.AddCors();
    }

    /// <summary>Comes before routing, which answers the most frequent requests itself.</summary>
    public static void UseCrossOriginRequests(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<IOptions<CorsOptions>>().Value.Origins;
        if (origins.Count == 0)
            return;
        app.UseWhen(
            BareStatuses.IsApi,
            api =>
                api.UseCors(policy =>
                    policy
                        .WithOrigins([.. origins])
                        .WithMethods(_methods)
                        .WithHeaders(_requestHeaders)
                        .WithExposedHeaders(_responseHeaders)
                        .SetPreflightMaxAge(_preflightMaxAge)
                )
        );
    }
}
