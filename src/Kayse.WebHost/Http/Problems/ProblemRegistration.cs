namespace Kayse.WebHost.Http.Problems;

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
}
