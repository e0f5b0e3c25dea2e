using Microsoft.Extensions.Options;

namespace Kayse.Grains.Retention;

internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        foreach (var kind in Enum.GetValues<RetentionKind>())
        {
            var (limits, shortest) = (options.Of(kind), RetentionRules.ShortestOf(kind));
            var longest = limits.MaximumDays ?? RetentionRules.LongestDays;
            if (limits.MinimumDays < shortest || limits.MinimumDays > RetentionRules.LongestDays)
                return Fail(kind, nameof(limits.MinimumDays), shortest, RetentionRules.LongestDays);
            if (longest < limits.MinimumDays || longest > RetentionRules.LongestDays)
                return Fail(kind, nameof(limits.MaximumDays), limits.MinimumDays, RetentionRules.LongestDays);
            if (limits.DefaultDays < limits.MinimumDays || limits.DefaultDays > longest)
                return Fail(kind, nameof(limits.DefaultDays), limits.MinimumDays, longest);
        }

        return ValidateOptionsResult.Success;
    }

    private static ValidateOptionsResult Fail(RetentionKind kind, string setting, int from, int to) =>
        ValidateOptionsResult.Fail($"{RetentionOptions.Section}:{kind}:{setting} must be from {from} to {to}.");
}
