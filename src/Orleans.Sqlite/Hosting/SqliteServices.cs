using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Storage;

namespace Orleans.Sqlite;

/// <summary>The registrations behind the silo builder's methods.</summary>
internal static class SqliteServices
{
    /// <summary>
    /// Orleans' name for the storage of states that name none; it is then also looked up without a name.
    /// </summary>
    public const string DefaultStorageName = "Default";

    /// <summary>The database itself; asked for by each user of it, registered once.</summary>
    public static IServiceCollection AddSqliteDatabase(this IServiceCollection services, Action<SqliteOptions>? configure)
    {
        services.AddOptions<SqliteOptions>().ValidateOnStart();
        if (configure is not null)
            services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteOptions>, SqliteOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider =>
            SqliteDatabase.Open(
                provider.GetRequiredService<IOptions<SqliteOptions>>().Value,
                provider.GetRequiredService<ILogger<SqliteDatabase>>()
            )
        );
        services.TryAddSingleton(provider => new SqliteContents(provider.GetRequiredService<SqliteDatabase>()));
        services.AddHostedService<SqliteOpening>();
        return services;
    }

    public static IServiceCollection AddSqliteStorage(
        this IServiceCollection services,
        string name,
        Action<SqliteGrainStorageOptions>? configure
    )
    {
        services
            .AddOptions<SqliteGrainStorageOptions>(name)
            .Configure(configure ?? (_ => { }))
            .Validate(options => options.MaxPayloadBytes > 0, "MaxPayloadBytes must be at least 1.")
            .ValidateOnStart();
        services.AddKeyedSingleton<IGrainStorage>(
            name,
            (provider, _) =>
                new SqliteGrainStorage(
                    provider.GetRequiredService<SqliteDatabase>(),
                    provider.GetRequiredService<IOptionsMonitor<SqliteGrainStorageOptions>>().Get(name),
                    provider.GetRequiredService<TimeProvider>()
                )
        );
        if (name == DefaultStorageName)
            services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IGrainStorage>(DefaultStorageName));
        return services;
    }

    public static IServiceCollection AddSqliteReminders(this IServiceCollection services)
    {
        services.AddReminders();
        services.AddSingleton<IReminderTable, SqliteReminderTable>();
        return services;
    }
}
