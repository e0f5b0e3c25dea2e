using Microsoft.Extensions.Options;

namespace Kayse.Grains.Passwords;

internal sealed class PasswordOptionsValidator : IValidateOptions<PasswordOptions>
{
    private const int MinIterations = 1_000;
    private const int MaxIterations = 100_000_000;

    public ValidateOptionsResult Validate(string? name, PasswordOptions options)
    {
        var failures = new List<string>();
        Check(nameof(options.Iterations), options.Iterations, MinIterations, MaxIterations);
        Check(nameof(options.MaxConcurrentHashes), options.MaxConcurrentHashes, 1, 1_024);
        Check(nameof(options.MaxWaitingHashes), options.MaxWaitingHashes, 1, 100_000);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Check(string setting, int value, int min, int max)
        {
            if (value < min || value > max)
                failures.Add($"{PasswordOptions.Section}:{setting} is {value}; it must be from {min} to {max}.");
        }
    }
}
