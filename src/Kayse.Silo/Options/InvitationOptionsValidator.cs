using Kayse.Grains.Invitations;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Options;

internal sealed class InvitationOptionsValidator : IValidateOptions<InvitationOptions>
{
    public ValidateOptionsResult Validate(string? name, InvitationOptions options)
        => options.Lifetime >= TimeSpan.FromMinutes(1) && options.Lifetime <= TimeSpan.FromDays(30)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Kayse:Invitations:Lifetime must be between 1 minute (00:01:00) and 30 days (30.00:00:00).");
}
