using Microsoft.Extensions.Options;

namespace Kayse.Grains.Passwords;

internal sealed class PasswordOptionsValidator : IValidateOptions<PasswordOptions>
{
    private const int MinIterations = 1_000;
    private const int MaxIterations = 100_000_000;
    private static readonly TimeSpan _minWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _maxWait = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, PasswordOptions options)
    {
        var failures = new List<string>();
        Check(nameof(options.Iterations), options.Iterations, MinIterations, MaxIterations);
        Check(nameof(options.MaxConcurrentHashes), options.MaxConcurrentHashes, 1, 1_024);
        Check(nameof(options.MaxWaitingHashes), options.MaxWaitingHashes, 1, 100_000);
        Check(nameof(options.MaxWaitingHashesPerNetwork), options.MaxWaitingHashesPerNetwork, 1, 100_000);
        if (options.LongestWait < _minWait || options.LongestWait > _maxWait)
            failures.Add(
                $"{PasswordOptions.Section}:{nameof(options.LongestWait)} is {options.LongestWait}; it must be from {_minWait} to {_maxWait}."
            );
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Check(string setting, int value, int min, int max)
        {
            if (value < min || value > max)
                failures.Add($"{PasswordOptions.Section}:{setting} is {value}; it must be from {min} to {max}.");
        }
    }
}
