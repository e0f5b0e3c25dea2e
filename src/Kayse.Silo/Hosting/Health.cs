using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kayse.Silo.Hosting;

/// <summary>What tells an orchestrator how the process is.</summary>
public static class Health
{
    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: everything that it needs does, as the registered
    /// checks find.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    // The status on the first line, as orchestrators read it; below it warnings. Why something fails is not for everybody.
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var details = report.Entries.Where(entry => entry.Value is { Status: HealthStatus.Healthy, Description: not null });
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(
            string.Join('\n', details.Select(entry => $"{entry.Key}: {entry.Value.Description}").Prepend($"{report.Status}"))
        );
    }
}
