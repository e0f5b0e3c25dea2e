using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Http.Cors;

internal sealed class CorsOptionsValidator : IValidateOptions<CorsOptions>
{
    public ValidateOptionsResult Validate(string? name, CorsOptions options)
    {
        var failures = options
            .Origins.Index()
            .Where(origin => !IsOrigin(origin.Item))
            .Select(origin =>
                $"{CorsOptions.Section}:Origins:{origin.Index} is '{origin.Item}'; it must be an origin as browsers send it, "
                + "such as https://app.example.com (no path, no default port, no *; http only for localhost)."
            )
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    // Whatever differs from the form that browsers send would never match, which is harder to find out than this.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && text == uri.GetLeftPart(UriPartial.Authority)
        && uri.UserInfo.Length == 0
        && uri.Host == uri.IdnHost
        && !text.Contains('*', StringComparison.Ordinal);
}
