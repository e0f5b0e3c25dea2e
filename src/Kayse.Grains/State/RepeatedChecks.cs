using Polly;
using Polly.Retry;

namespace Kayse.Grains.State;

/// <summary>
/// Repeats a check that no silo takes: one that stops refuses calls of grains that have not arrived elsewhere yet. Only
/// for calls that change nothing, because of a command a part may be done.
/// </summary>
internal static class RepeatedChecks
{
    // About two and a half seconds in all. By the machine's clock, as the cluster's own timers.
    private static readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddRetry(
            new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<OrleansMessageRejectionException>(),
                MaxRetryAttempts = 7,
                Delay = TimeSpan.FromMilliseconds(20),
                BackoffType = DelayBackoffType.Exponential,
            }
        )
        .Build();

    /// <summary>Asks until a silo takes the call; the last refusal goes to the caller.</summary>
    public static ValueTask<TResult> AskAsync<TState, TResult>(TState state, Func<TState, ValueTask<TResult>> ask) =>
        _pipeline.ExecuteAsync(static (call, _) => call.ask(call.state), (state, ask));
}
