using Microsoft.Extensions.Options;

namespace Kayse.Grains.Invitations;

internal sealed class InvitationOptionsValidator : IValidateOptions<InvitationOptions>
{
    public ValidateOptionsResult Validate(string? name, InvitationOptions options)
    {
        if (options.Lifetime < TimeSpan.FromMinutes(1) || options.Lifetime > TimeSpan.FromDays(30))
            return ValidateOptionsResult.Fail(
                "Kayse:Invitations:Lifetime must be between 1 minute (00:01:00) and 30 days (30.00:00:00)."
            );
        if (options.RampUp.FirstDay is < 0 or > 10_000)
            return ValidateOptionsResult.Fail("Kayse:Invitations:RampUp:FirstDay must be from 0, for any number, to 10,000.");
        return options.RampUp.Days is >= 1 and <= 14
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Kayse:Invitations:RampUp:Days must be from 1 to 14.");
    }
}
