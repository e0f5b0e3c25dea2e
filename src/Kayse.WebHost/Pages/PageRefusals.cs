using Kayse.Grains.Errors;
using Kayse.WebHost.Console;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Problems;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Pages;

/// <summary>Answers a refused request for a page with where to go from there, or with a page that says why.</summary>
internal static class PageRefusals
{
    // The framework sets it with each page that it renders, and fails where it is set.
    private const string EnhancedNavigation = "blazor-enhanced-nav";

    /// <summary>
    /// Whether the request is for a page of the console, also once an exception has taken the endpoint away.
    /// </summary>
    public static bool IsPage(HttpContext context) =>
        (
            context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint
        )?.Metadata.GetMetadata<ComponentTypeMetadata>()
            is not null;

    /// <summary>Whether a person looks at the answer: the request was made by a browser that shows pages.</summary>
    public static bool IsForPerson(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    /// <summary>Bare statuses become pages where a person looks at them, outside of the API.</summary>
    public static void UsePageStatuses(this WebApplication app) =>
        app.UseWhen(
            context => !BareStatuses.IsApi(context) && IsForPerson(context),
            pages =>
                pages.UseStatusCodePages(status =>
                    BareStatuses.FindRefusal(status.HttpContext) is { } refusal
                        ? AnswerAsync(status.HttpContext, refusal)
                        : Task.CompletedTask
                )
        );

    public static async Task AnswerAsync(HttpContext context, Refusal refusal)
    {
        if (WayOut(context.Request, refusal) is { } url)
        {
            context.Response.Redirect(url);
            return;
        }

        var kind = ProblemTable.Find(refusal.Code) ?? ProblemTable.Find(HttpErrors.Internal.Code)!;
        // Where there is no page, or an exception has cleared the headers, they are not a page's yet.
        SecurityHeaders.Apply(context);
        context.Response.Headers.ContentSecurityPolicy = PageRoutes.Policy;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = kind.Status;
        var (title, message) = InWords(kind, refusal);
        var me = kind.Status is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound ? await FindPersonAsync(context) : null;
        await ShowAsync(
            context,
            new RazorComponentResult<ErrorDocument>(
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["Title"] = title,
                    ["Message"] = message,
                    ["Me"] = me,
                    ["TraceId"] = refusal.Code == HttpErrors.Internal.Code ? ProblemWriter.TraceId(context) : null,
                }
            )
        );
    }

    private static (string Title, string Message) InWords(ProblemKind kind, Refusal refusal) =>
        refusal.Code switch
        {
            "not_found" => ("Page not found", "This page doesn't exist. The link may be wrong, or what it showed has been deleted."),
            "forbidden" when refusal == GeneralErrors.Forbidden => (
                "You don't have access to this page",
                "Your role doesn't include it. If you need access, ask an admin of your company."
            ),
            "internal_error" => (kind.Title, "Try again. If it happens again, tell support the trace id below."),
            _ => (kind.Title, refusal.Text()),
        };

    // The page is shown without navigation where the session can't be read: that may be why there is nothing else to show.
    private static async Task<Me?> FindPersonAsync(HttpContext context)
    {
        try
        {
            return await SessionReader.FindCallerAsync(context) is { IsApiKey: false } caller
                ? await CurrentPerson.FindAsync(caller, context.RequestServices.GetRequiredService<IGrainFactory>())
                : null;
        }
        catch (Exception exception) when (exception is TimeoutException or OrleansException)
        {
            return null;
        }
    }

    // A request renders once: where that was a page which was refused on the way, this is done with services of its
    // own.
    private static async Task ShowAsync(HttpContext context, RazorComponentResult page)
    {
        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        context.Response.Headers.Remove(EnhancedNavigation);
        try
        {
            await page.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    private static string? WayOut(HttpRequest request, Refusal refusal) =>
        refusal.Code switch
        {
            "unauthenticated" => $"/sign-in?returnTo={ReturnTo.Escaped(request)}",
            "session_ended" => $"/sign-in?returnTo={ReturnTo.Escaped(request)}&ended={refusal.Reason}",
            "password_change_required" => "/choose-password",
            "two_factor_setup_required" => "/set-up-two-factor",
            "step_up_required" => $"/step-up?returnTo={ReturnTo.Escaped(request)}",
            _ => null,
        };
}
