using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Passwords;

/// <summary>Says at start that passwords are hashed more cheaply than they should be.</summary>
internal sealed partial class WeakHashingWarning(IOptions<PasswordOptions> options, ILogger<WeakHashingWarning> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var iterations = options.Value.Iterations;
        if (iterations < PasswordOptions.AdvisedIterations)
            LogWeak(PasswordOptions.Section, iterations, PasswordOptions.AdvisedIterations);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        LogLevel.Warning,
        "{Section}:Iterations is {Iterations}. Below {Advised}, stolen hashes are too cheap to guess; use it for tests only."
    )]
    private partial void LogWeak(string section, int iterations, int advised);
}
