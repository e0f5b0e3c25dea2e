using Microsoft.Extensions.Options;

namespace Kayse.Grains.Billing;

internal sealed class BillingOptionsValidator : IValidateOptions<BillingOptions>
{
    private const decimal HighestPrice = 1_000_000;

    public ValidateOptionsResult Validate(string? name, BillingOptions options)
    {
        if (options.Currency is not { Length: 3 } currency || !currency.All(char.IsAsciiLetterUpper))
            return ValidateOptionsResult.Fail("Kayse:Billing:Currency must be an ISO 4217 code such as USD.");
        foreach (var (metric, price) in options.Prices)
        {
            if (!BillingRules.Metrics.Contains(metric, StringComparer.OrdinalIgnoreCase))
                return ValidateOptionsResult.Fail(
                    $"Kayse:Billing:Prices:{metric} is not a metric. Metrics are {string.Join(", ", BillingRules.Metrics)}."
                );
            if (price is < 0 or > HighestPrice)
                return ValidateOptionsResult.Fail($"Kayse:Billing:Prices:{metric} must be from 0 to 1000000.");
        }

        return ValidateOptionsResult.Success;
    }
}
