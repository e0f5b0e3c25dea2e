using Kayse.WebHost.Console;

namespace Kayse.WebHost.Api.Problems;

internal static class ProblemRegistration
{
    public static void AddProblems(this WebApplicationBuilder builder)
    {
        builder.Services.AddExceptionHandler<FaultHandler>();
        // A body that can't be bound is the fault handler's in every environment.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    /// <summary>What is thrown after this becomes a problem.</summary>
    public static void UseProblems(this WebApplication app) =>
        app.UseExceptionHandler(
            new ExceptionHandlerOptions { ExceptionHandler = static _ => Task.CompletedTask, AllowStatusCode404Response = true }
        );

    /// <summary>Bare statuses under the API become problems, and pages where a person looks at them.</summary>
    public static void UseBareStatuses(this WebApplication app)
    {
        app.UseWhen(IsApi, api => api.UseStatusCodePages(BareStatuses.WriteAsync));
        app.UseWhen(
            context => !IsApi(context) && PageRefusals.IsForPerson(context),
            pages => pages.UseStatusCodePages(BareStatuses.ShowAsync)
        );
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
