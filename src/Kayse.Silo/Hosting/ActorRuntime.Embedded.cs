using Kayse.Grains.State;
using Kayse.Silo.Options;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kayse.Silo.Hosting;

/// <summary>The embedded runtime: one process, state and reminders in SQLite. The Orleans build has its own file for this.</summary>
internal static class ActorRuntime
{
    public static IHostApplicationBuilder UseActorRuntime(this IHostApplicationBuilder builder, KayseClusterOptions cluster)
    {
        // Grains call storage and reminders directly, and SQLite has one writer with one queue.
        builder.Services.AddSingleton(new WriteOrder(KeepTheirOrder: true));
        return builder.UseOrleans(silo => silo.UseSqlite(builder.Configuration));
    }

    /// <summary>What the settings ask for and this build can't do; null when it can.</summary>
    public static string? Lacks(KayseClusterOptions cluster) => cluster switch
    {
        { Provider: not ClusterProvider.Localhost } => $"Kayse:Cluster:Provider {cluster.Provider} needs the build for clusters, -p:ActorRuntime=Orleans; this one takes Localhost.",
        { Role: not ClusterRole.Silo } => $"Kayse:Cluster:Role {cluster.Role} needs the build for clusters, -p:ActorRuntime=Orleans; this one takes Silo.",
        _ => null,
    };

    /// <summary>Makes storage and reminders usable while the silo isn't running.</summary>
    public static Task OpenStoresAsync(IServiceProvider services, CancellationToken cancellationToken)
        => services.GetRequiredService<IReminderTable>().StartAsync(cancellationToken);
}
