using Kayse.Grains.Directory;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Support;

internal sealed class SupportOptionsValidator : IValidateOptions<SupportOptions>
{
    public ValidateOptionsResult Validate(string? name, SupportOptions options)
    {
        if (options.Email.Length > 0 && !EmailAddress.TryNormalize(options.Email, out _))
            return ValidateOptionsResult.Fail("Kayse:Support:Email must be an email address, such as support@example.com.");
        if (!IsAddress(options.ChatUrl))
            return ValidateOptionsResult.Fail("Kayse:Support:ChatUrl must be an https address.");
        return IsAddress(options.HelpCentreUrl)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Kayse:Support:HelpCentreUrl must be an https address.");
    }

    private static bool IsAddress(string url) =>
        url.Length == 0
        || (
            Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0
        );
}
