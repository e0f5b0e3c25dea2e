using System.Net.Mime;
using System.Text.Encodings.Web;
using Kayse.WebHost.Console;

namespace Kayse.WebHost.Sso;

/// <summary>
/// Takes a browser to an identity provider: by a redirect, or by a form that is posted there. A page with a form may post to
/// that one provider, which no other page of ours may.
/// </summary>
internal static class SsoHandOffResult
{
    public static IResult Of(SsoHandOff handOff) =>
        handOff.Fields is { } fields ? new Posted(handOff.Url, fields) : new SeeOtherResult(handOff.Url.AbsoluteUri);

    private sealed class Posted(Uri url, IReadOnlyDictionary<string, string> fields) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
            response.Headers.ContentSecurityPolicy =
                "default-src 'none'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + $"form-action {url.GetLeftPart(UriPartial.Authority)}";
            return response.WriteAsync(PageWith(httpContext.RequestServices.GetRequiredService<ConsoleAssets>()));
        }

        private string PageWith(ConsoleAssets files)
        {
            var html = HtmlEncoder.Default;
            var inputs = string.Concat(
                fields.Select(field => $"""<input type="hidden" name="{html.Encode(field.Key)}" value="{html.Encode(field.Value)}">""")
            );
            return $"""
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sign in · Kayse</title>
                <script src="{html.Encode(files["sso.js"])}" defer></script></head>
                <body><form method="post" action="{html.Encode(url.AbsoluteUri)}" data-sso-post>{inputs}
                <p>You're being taken to your identity provider.</p><button>Continue</button></form></body></html>
                """;
        }
    }
}
