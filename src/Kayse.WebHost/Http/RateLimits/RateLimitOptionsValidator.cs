using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Http.RateLimits;

internal sealed class RateLimitOptionsValidator : IValidateOptions<RateLimitOptions>
{
    private const int MaxPermits = 1_000_000;

    public ValidateOptionsResult Validate(string? name, RateLimitOptions options)
    {
        var failures = Enum.GetValues<RateLimitKind>().SelectMany(kind => FailuresOf(kind, options.Of(kind))).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> FailuresOf(RateLimitKind kind, RateLimitRule rule)
    {
        if (rule.PermitLimit is < 1 or > MaxPermits)
            yield return $"{RateLimitOptions.Section}:{kind}:PermitLimit is {rule.PermitLimit}; it must be from 1 to {MaxPermits}.";
        if (rule.Window < TimeSpan.FromSeconds(1) || rule.Window > TimeSpan.FromDays(1))
            yield return $"{RateLimitOptions.Section}:{kind}:Window is {rule.Window}; it must be from 00:00:01 to 1.00:00:00.";
    }
}
