using Kayse.Grains.Hosting;
using Kayse.Silo.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Dashboard;
using Orleans.Hosting;

namespace Kayse.Silo.Dashboard;

internal static class DashboardServices
{
    /// <summary>Adds Orleans' dashboard to a silo when a port is configured for it.</summary>
    public static void AddOperatorDashboard(this IHostApplicationBuilder builder, ClusterRole role)
    {
        builder.Services.AddValidatedOptions<DashboardPortOptions, DashboardPortOptionsValidator>(DashboardPortOptions.Section);
        var options = builder.Configuration.GetSection(DashboardPortOptions.Section).Get<DashboardPortOptions>();
        if (role is not ClusterRole.Silo || options?.Port is not (> 0 and <= ushort.MaxValue and var port))
            return;
        var registrations = new OperatorDashboard.Registrations(builder.Services);
        builder.UseOrleans(silo => silo.AddDashboard(OperatorDashboard.Configure));
        registrations.End();
        builder.Services.AddHostedService(services => new OperatorDashboard(services, registrations, port));
    }
}
