using Microsoft.Extensions.Options;

namespace Kayse.Grains.Push;

internal sealed class PushOptionsValidator(TimeProvider clock) : IValidateOptions<PushOptions>
{
    public ValidateOptionsResult Validate(string? name, PushOptions options)
    {
        if (options.Subject.Length > 0 && !PushOptions.IsRealContact(options.Subject))
            return ValidateOptionsResult.Fail(
                "Kayse:Push:Subject must be mailto: with an email address, or an https address, that others can reach."
            );
        if (options.Hosts.FirstOrDefault(host => !IsHost(host)) is { } wrong)
            return ValidateOptionsResult.Fail($"Kayse:Push:Hosts: \"{wrong}\" must be a host name, or one after *. for all below it.");
        if (options.KeyLifetime < TimeSpan.FromDays(1) || options.KeyLifetime > TimeSpan.FromDays(3_652))
            return ValidateOptionsResult.Fail("Kayse:Push:KeyLifetime must be between 1 day (1.00:00:00) and 3652 days.");
        if (options.RotateKeysBefore > clock.GetUtcNow())
            return ValidateOptionsResult.Fail("Kayse:Push:RotateKeysBefore must not be in the future.");
        return ValidateOptionsResult.Success;
    }

    private static bool IsHost(string host)
    {
        var name = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
        return Uri.TryCreate($"https://{name}", UriKind.Absolute, out var url)
            && string.Equals(url.Authority, name, StringComparison.OrdinalIgnoreCase);
    }
}
