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
    public static void UseProblems(this WebApplication app)
        => app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = static _ => Task.CompletedTask, AllowStatusCode404Response = true });

    /// <summary>Bare statuses under the API become problems.</summary>
    public static void UseBareStatuses(this WebApplication app)
        => app.UseWhen(context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), api => api.UseStatusCodePages(BareStatuses.WriteAsync));
}
