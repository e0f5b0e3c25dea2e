using Kayse.Grains.State;
using Kayse.Silo.Transfer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;

namespace Kayse.Silo.Hosting;

/// <summary>The embedded runtime: one process, state and reminders in SQLite. The Orleans build has its own file for this.</summary>
internal static class ActorRuntime
{
    public static void UseActorRuntime(this ISiloBuilder silo, IConfiguration configuration)
    {
        var directory = configuration.DataDirectory();
        silo.AddSqliteGrainStorage(
            "grains",
            database => database.DataDirectory = directory,
            storage => storage.JsonSerializerOptions = StateJson.Options);
        silo.UseSqliteReminderService();
        silo.Services.AddSingleton<IStoredContents, SqliteStoredContents>();
        silo.Services.AddHealthChecks().AddSqlite();
    }

    /// <summary>Makes storage and reminders usable while the silo isn't running.</summary>
    public static Task OpenStoresAsync(IServiceProvider services, CancellationToken cancellationToken)
        => services.GetRequiredService<IReminderTable>().StartAsync(cancellationToken);
}
