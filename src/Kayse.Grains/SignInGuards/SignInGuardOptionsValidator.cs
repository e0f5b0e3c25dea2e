using Microsoft.Extensions.Options;

namespace Kayse.Grains.SignInGuards;

internal sealed class SignInGuardOptionsValidator : IValidateOptions<SignInGuardOptions>
{
    private const int MaxFailures = 1_000_000;
    private static readonly TimeSpan _longestDelay = TimeSpan.FromHours(1);
    private static readonly TimeSpan _longest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, SignInGuardOptions options)
    {
        (string Name, SignInGuardRule Rule)[] rules =
        [
            (nameof(options.Account), options.Account),
            (nameof(options.Ip), options.Ip),
            (nameof(options.Network), options.Network),
        ];
        var failures = rules.SelectMany(rule => FailuresOf($"{SignInGuardOptions.Section}:{rule.Name}", rule.Rule)).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> FailuresOf(string section, SignInGuardRule rule)
    {
        if (rule.FreeFailures is < 0 or > MaxFailures)
            yield return $"{section}:{nameof(rule.FreeFailures)} is {rule.FreeFailures}; it must be from 0 to {MaxFailures}.";
        if (rule.FirstDelay < TimeSpan.Zero || rule.FirstDelay > _longestDelay)
            yield return $"{section}:{nameof(rule.FirstDelay)} is {rule.FirstDelay}; it must be from 00:00:00 to 01:00:00.";
        if (rule.LongestDelay < TimeSpan.Zero || rule.LongestDelay > _longestDelay)
            yield return $"{section}:{nameof(rule.LongestDelay)} is {rule.LongestDelay}; it must be from 00:00:00 to 01:00:00.";
        if (rule.LockAfter <= rule.FreeFailures || rule.LockAfter > MaxFailures)
            yield return $"{section}:{nameof(rule.LockAfter)} is {rule.LockAfter}; it must be more than {nameof(rule.FreeFailures)} and at most {MaxFailures}.";
        if (rule.LockFor < TimeSpan.FromSeconds(1) || rule.LockFor > _longest)
            yield return $"{section}:{nameof(rule.LockFor)} is {rule.LockFor}; it must be from 00:00:01 to 1.00:00:00.";
        if (rule.ForgetAfter < rule.LockFor || rule.ForgetAfter > _longest)
            yield return $"{section}:{nameof(rule.ForgetAfter)} is {rule.ForgetAfter}; it must be from {nameof(rule.LockFor)} to 1.00:00:00.";
    }
}
