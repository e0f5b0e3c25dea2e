using System.IO.Compression;
using Kayse.WebHost.Console;
using Microsoft.AspNetCore.ResponseCompression;

namespace Kayse.WebHost.Pages;

internal static class PageRegistration
{
    public static void AddConsole(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "kayse_form";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.FormFieldName = "form_token";
            // The console sets a policy of its own, which allows no frame at all.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<ConsoleAssets>();
        services.AddSingleton<Flash>();
        // Over https too: the one secret that stands in a page by itself is the form token, and that is encrypted anew
        // for each (BREACH guesses what stays the same).
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }
}
