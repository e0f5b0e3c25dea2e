using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans.Hosting;

/// <summary>Adds reminders to a silo.</summary>
public static class SiloBuilderReminderExtensions
{
    /// <summary>Adds the reminder service; a table that implements <see cref="IReminderTable"/> and <see cref="Embedded.IReminderAgenda"/> must be registered besides.</summary>
    public static ISiloBuilder AddReminders(this ISiloBuilder builder) => builder.ConfigureServices(services => services.AddReminders());

    /// <inheritdoc cref="AddReminders(ISiloBuilder)" />
    public static void AddReminders(this IServiceCollection services)
    {
        services.TryAddSingleton<ReminderService>();
        services.TryAddSingleton<IReminderRegistry, ReminderRegistry>();
    }

    /// <summary>Adds the reminder service with a table in memory, for tests and development: it ends with the process.</summary>
    public static ISiloBuilder UseInMemoryReminderService(this ISiloBuilder builder)
    {
        builder.AddReminders();
        builder.Services.TryAddSingleton<IReminderTable, InMemoryReminderTable>();
        return builder;
    }
}
