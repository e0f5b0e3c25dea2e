using System.Reflection;
using Kayse.Grains.Sessions;
using Kayse.WebHost.Console;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Kayse.WebHost.Pages;

/// <summary>The console's pages: Razor components rendered on the server, forms that work without JavaScript.</summary>
internal static class PageRoutes
{
    /// <summary>What pages may load: our own files, nothing inline.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; "
        + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /// <summary>
    /// What has to come before the caller is looked at: a form with a valid token was made by a page of ours.
    /// </summary>
    public static void UseConsole(this WebApplication app)
    {
        app.UseWhen(
            PageRefusals.IsPage,
            pages =>
            {
                pages.UseResponseCompression();
                pages.Use(next =>
                    context =>
                    {
                        context.Response.Headers.ContentSecurityPolicy = Policy;
                        return next(context);
                    }
                );
            }
        );
        app.UseAntiforgery();
        app.UseWhen(
            PageRefusals.IsPage,
            pages =>
                pages.Use(next =>
                    context =>
                    {
                        if (context.Features.Get<IAntiforgeryValidationFeature>()?.IsValid == false)
                            RefusalLog.Note(context, HttpErrors.CrossOrigin);
                        return next(context);
                    }
                )
        );
    }

    public static void MapConsole(this WebApplication app)
    {
        app.MapAssets();
        app.MapPageRedirects();
        app.MapRazorComponents<App>().Add(Restrict);
    }

    // A page that says nothing is for who is signed in. Opening it doesn't count against the limit of its forms.
    private static void Restrict(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault() is not { } page)
            return;
        var limit = page.Type.GetCustomAttribute<PostLimitAttribute>()?.Limit;
        var access = page.Type.GetCustomAttribute<PageAccessAttribute>();
        endpoint.Metadata.Add(new RefusalWriter(PageRefusals.AnswerAsync));
        endpoint.Metadata.Add(new Access(access?.Caller ?? AccessKind.SignedIn, limit) { CountsReads = false });
        if (access?.ServesRestricted == true)
            endpoint.Metadata.Add(new ServesRestrictedSessions(Only: null));
        else if (access is { WayOutOf: not SessionRestriction.None })
            endpoint.Metadata.Add(new ServesRestrictedSessions(access.WayOutOf));
        if (page.Type.GetCustomAttribute<OfAccountAttribute>() is { } account)
            endpoint.Metadata.Add(account.OnlyElsewhere ? AccountWide.Elsewhere : AccountWide.Always);
        if (page.Type.IsDefined(typeof(NeedsStepUpAttribute)))
            endpoint.Metadata.Add(StepUpNeeded.OfEverybody);
    }
}
