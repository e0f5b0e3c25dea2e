using Microsoft.Extensions.Options;

namespace Kayse.Grains.ApiKeys;

internal sealed class ApiKeyOptionsValidator : IValidateOptions<ApiKeyOptions>
{
    public ValidateOptionsResult Validate(string? name, ApiKeyOptions options) =>
        options.RequestsPerMinute is >= 1 and <= 1_000_000
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Kayse:ApiKeys:RequestsPerMinute must be between 1 and 1,000,000.");
}
