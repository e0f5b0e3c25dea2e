using Microsoft.Extensions.Options;

namespace Kayse.Grains.Mail;

internal sealed class MailAllowanceOptionsValidator : IValidateOptions<MailAllowanceOptions>
{
    public ValidateOptionsResult Validate(string? name, MailAllowanceOptions options)
    {
        if (options.Limit is < 0 or > 1000)
            return ValidateOptionsResult.Fail("Kayse:Mail:PerRecipient:Limit must be from 0, for any number, to 1,000.");
        return options.Window >= TimeSpan.FromSeconds(1) && options.Window <= TimeSpan.FromDays(1)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Kayse:Mail:PerRecipient:Window must be from 1 second (00:00:01) to 1 day (1.00:00:00).");
    }
}
