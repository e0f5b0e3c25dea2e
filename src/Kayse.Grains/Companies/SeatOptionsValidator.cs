using Microsoft.Extensions.Options;

namespace Kayse.Grains.Companies;

internal sealed class SeatOptionsValidator : IValidateOptions<SeatOptions>
{
    public ValidateOptionsResult Validate(string? name, SeatOptions options)
    {
        if (options.Default < 1)
            return ValidateOptionsResult.Fail("Kayse:Seats:Default must be at least 1, or absent for any number.");
        return options.Maximum < 1
            ? ValidateOptionsResult.Fail("Kayse:Seats:Maximum must be at least 1, or absent for any number.")
            : ValidateOptionsResult.Success;
    }
}
