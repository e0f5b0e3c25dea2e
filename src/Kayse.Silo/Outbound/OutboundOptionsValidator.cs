using Microsoft.Extensions.Options;

namespace Kayse.Silo.Outbound;

internal sealed class OutboundOptionsValidator : IValidateOptions<OutboundOptions>
{
    public ValidateOptionsResult Validate(string? name, OutboundOptions options) =>
        options.AllowedPrivateHosts.FirstOrDefault(entry => !AllowedHost.TryParse(entry, out _)) is { } wrong
            ? ValidateOptionsResult.Fail(
                $"{OutboundOptions.Section}:{nameof(OutboundOptions.AllowedPrivateHosts)}: "
                    + $"\"{wrong}\" must be a host name or an address, or one with a port such as hooks.internal:8080."
            )
            : ValidateOptionsResult.Success;
}
