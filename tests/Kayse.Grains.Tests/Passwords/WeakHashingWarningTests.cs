using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Passwords;

public sealed class WeakHashingWarningTests
{
    [Theory]
    [InlineData(1_000, true)]
    [InlineData(209_999, true)]
    [InlineData(210_000, false)]
    public async Task Fewer_iterations_than_advised_are_warned_about_at_start(int iterations, bool warned)
    {
        var log = new Recorder();
        await new WeakHashingWarning(Options.Create(new PasswordOptions { Iterations = iterations }), log).StartAsync(default);
        log.Entries.ShouldBe(
            warned
                ?
                [
                    $"Warning: Kayse:Passwords:Iterations is {iterations}. Below 210000, stolen hashes are too cheap to guess; use it for tests only.",
                ]
                : []
        );
    }

    private sealed class Recorder : ILogger<WeakHashingWarning>
    {
        public List<string> Entries { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Entries.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
