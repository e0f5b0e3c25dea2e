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
            if (limits.MinimumDays < shortest || longest > RetentionRules.LongestDays || limits.MinimumDays > longest)
                return Fail(kind, $"must have a MinimumDays of at least {shortest} and a MaximumDays from that to 36500");
            if (limits.DefaultDays < limits.MinimumDays || limits.DefaultDays > longest)
                return Fail(kind, "must have DefaultDays between MinimumDays and MaximumDays");
        }

        return ValidateOptionsResult.Success;
    }

    private static ValidateOptionsResult Fail(RetentionKind kind, string must) =>
        ValidateOptionsResult.Fail($"{RetentionOptions.Section}:{kind} {must}.");
}
