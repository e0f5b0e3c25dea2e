using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Dashboard;
using Orleans.Hosting;

namespace Kayse.Silo.Dashboard;

/// <summary>
/// Orleans' dashboard on a server of its own, which only this machine reaches: it asks nobody to sign in, so it never
/// shares a port with the product.
/// </summary>
internal sealed class OperatorDashboard(IServiceProvider services, OperatorDashboard.Registrations registrations, int port)
    : IHostedService,
        IAsyncDisposable
{
    private WebApplication? _server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.Configure<DashboardOptions>(Configure);
        registrations.Share(services, builder.Services);
        _server = builder.Build();
        _server.Use(RefuseAsync);
        _server.MapOrleansDashboard();
        await _server.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal static void Configure(DashboardOptions dashboard) => dashboard.HideTrace = true;

    // States hold what people entrusted to their firm. A page from elsewhere, open in a browser on this machine, may
    // send requests here, but under a host name of its own.
    private static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        var isLocal = context.Request.Host.Host is "localhost" or "127.0.0.1";
        if (isLocal && !context.Request.Path.StartsWithSegments("/GrainState", StringComparison.OrdinalIgnoreCase))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>What the dashboard registered with the silo; its server needs the same.</summary>
    internal sealed class Registrations(IServiceCollection services)
    {
        private readonly HashSet<ServiceDescriptor> _before = [.. services];
        private List<Type> _added = [];

        public void End() =>
            _added = [
                .. services
                    .Where(service => !_before.Contains(service))
                    .Select(service => service.ServiceType)
                    .Where(type => type.Namespace?.StartsWith("Orleans.Dashboard", StringComparison.Ordinal) == true)
                    .Distinct(),
            ];

        public void Share(IServiceProvider from, IServiceCollection with)
        {
            foreach (var type in _added)
                with.AddSingleton(type, from.GetRequiredService(type));
        }
    }
}
