using Microsoft.Extensions.DependencyInjection;
using Orleans.Sqlite;

namespace Orleans.Hosting;

/// <summary>
/// Puts grain states and reminders into SQLite. Everything added here shares one database with one writer.
/// </summary>
public static class SqliteSiloBuilderExtensions
{
    /// <summary>
    /// Adds a grain storage by the name that <c>[PersistentState(stateName, storageName)]</c> gives. All names share
    /// the rows of one table, so a grain class must not use one state name with two storages of this kind.
    /// </summary>
    public static ISiloBuilder AddSqliteGrainStorage(
        this ISiloBuilder builder,
        string name,
        Action<SqliteOptions>? configure = null,
        Action<SqliteGrainStorageOptions>? configureStorage = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSqliteDatabase(configure).AddSqliteStorage(name, configureStorage);
        return builder;
    }

    /// <summary>Adds the grain storage of states that name none.</summary>
    public static ISiloBuilder AddSqliteGrainStorageAsDefault(
        this ISiloBuilder builder,
        Action<SqliteOptions>? configure = null,
        Action<SqliteGrainStorageOptions>? configureStorage = null
    ) => builder.AddSqliteGrainStorage(SqliteServices.DefaultStorageName, configure, configureStorage);

    /// <summary>Keeps reminders in the database.</summary>
    public static ISiloBuilder UseSqliteReminderService(this ISiloBuilder builder, Action<SqliteOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSqliteDatabase(configure).AddSqliteReminders();
        return builder;
    }
}
