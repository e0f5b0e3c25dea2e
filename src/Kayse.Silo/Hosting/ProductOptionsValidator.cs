using Microsoft.Extensions.Options;

namespace Kayse.Silo.Hosting;

internal sealed class ProductOptionsValidator : IValidateOptions<ProductOptions>
{
    public ValidateOptionsResult Validate(string? name, ProductOptions options)
    {
        if (
            !Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            || url.Query.Length > 0
            || url.Fragment.Length > 0
            || url.UserInfo.Length > 0
        )
            return ValidateOptionsResult.Fail(
                "Kayse:PublicUrl must be an absolute http or https address without query, such as https://accounts.example.com."
            );
        if (string.IsNullOrWhiteSpace(options.DataDirectory))
            return ValidateOptionsResult.Fail("Kayse:DataDirectory must name a folder.");
        return Enum.IsDefined(options.SignUp)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Kayse:SignUp must be Open, FirstRunOnly or Closed.");
    }
}
