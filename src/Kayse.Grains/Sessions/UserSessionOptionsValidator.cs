using Microsoft.Extensions.Options;

namespace Kayse.Grains.Sessions;

internal sealed class UserSessionOptionsValidator : IValidateOptions<UserSessionOptions>
{
    private static readonly TimeSpan _longest = TimeSpan.FromDays(365);

    public ValidateOptionsResult Validate(string? name, UserSessionOptions options)
    {
        if (options.IdleTimeout < TimeSpan.FromMinutes(1) || options.IdleTimeout > _longest)
            return ValidateOptionsResult.Fail("Kayse:Sessions:IdleTimeout must be between 1 minute (00:01:00) and 365 days.");
        if (options.AbsoluteLifetime < options.IdleTimeout || options.AbsoluteLifetime > _longest)
            return ValidateOptionsResult.Fail("Kayse:Sessions:AbsoluteLifetime must be between Kayse:Sessions:IdleTimeout and 365 days.");
        if (options.RememberedLifetime < options.AbsoluteLifetime || options.RememberedLifetime > _longest)
            return ValidateOptionsResult.Fail(
                "Kayse:Sessions:RememberedLifetime must be between Kayse:Sessions:AbsoluteLifetime and 365 days."
            );
        if (options.MaxPerPerson is < 1 or > 1000)
            return ValidateOptionsResult.Fail("Kayse:Sessions:MaxPerPerson must be from 1 to 1000.");
        return ValidateOptionsResult.Success;
    }
}
