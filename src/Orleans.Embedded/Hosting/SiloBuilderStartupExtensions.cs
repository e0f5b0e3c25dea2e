using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Work that is done when the silo starts.</summary>
public static class SiloBuilderStartupExtensions
{
    /// <summary>Runs a task that is created from the services.</summary>
    public static ISiloBuilder AddStartupTask<TStartup>(this ISiloBuilder builder)
        where TStartup : class, IStartupTask
        => builder.AddStartupTask((services, token) => ActivatorUtilities.GetServiceOrCreateInstance<TStartup>(services).Execute(token));

    /// <summary>Runs a delegate. Tasks run one after the other, in the order of registration.</summary>
    public static ISiloBuilder AddStartupTask(this ISiloBuilder builder, Func<IServiceProvider, CancellationToken, Task> startupTask)
        => builder.ConfigureServices(services => services.AddSingleton(new StartupTask(startupTask)));
}

/// <summary>A delegate to run at start.</summary>
internal sealed record StartupTask(Func<IServiceProvider, CancellationToken, Task> Execute);
