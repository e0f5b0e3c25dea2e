using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Kayse.Client;

/// <summary>The HTTP client by which Kayse is called, and what it does about failures.</summary>
internal static class KayseHttp
{
    private const int MaxRetries = 2;
    private const long MaxResponseBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(100);
    private static readonly ProductInfoHeaderValue _agent = new(
        "Kayse.Client",
        typeof(KayseHttp).Assembly.GetName().Version?.ToString(3) ?? "1.0.0"
    );

    /// <summary>Registers the HTTP client of that name.</summary>
    public static void AddKayseHttp(this IServiceCollection services, string name, Func<IServiceProvider, IKayseConnection> options)
    {
        services
            .AddHttpClient(
                name,
                (provider, http) =>
                {
                    http.BaseAddress = options(provider).ApiAddress();
                    http.Timeout = Timeout.InfiniteTimeSpan; // The pipeline below limits it.
                    http.MaxResponseContentBufferSize = MaxResponseBytes;
                    http.DefaultRequestHeaders.UserAgent.Add(_agent);
                }
            )
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .AddResilienceHandler("kayse", (pipeline, context) => Configure(pipeline, options(context.ServiceProvider)));
    }

    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, IKayseConnection options) =>
        pipeline
            .AddTimeout(options.TotalTimeout)
            .AddRetry(
                new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = MaxRetries,
                    Delay = _firstPause,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = attempt =>
                        new(
                            IsTransient(attempt.Outcome)
                                && attempt.Context.GetRequestMessage() is { } request
                                && KayseRequest.IsRepeatable(request)
                        ),
                }
            )
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { ShouldHandle = attempt => new(IsTransient(attempt.Outcome)) })
            .AddTimeout(options.AttemptTimeout);

    // 429 is not among them: one key that is over its rate must not cut off all others, nor is it helped by more calls.
    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutRejectedException
        || outcome.Result?.StatusCode
            is HttpStatusCode.RequestTimeout
                or HttpStatusCode.InternalServerError
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;
}
