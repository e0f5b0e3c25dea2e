using Kayse.Grains.State;
using Kayse.Silo.Transfer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;

namespace Kayse.Silo.Hosting;

internal static class SqliteStore
{
    /// <summary>The name by which grains ask for their storage.</summary>
    public const string Name = "grains";

    /// <summary>Keeps states and reminders in the data folder of a silo that is alone.</summary>
    public static void UseSqlite(this ISiloBuilder silo, IConfiguration configuration)
    {
        var directory = configuration.DataDirectory();
        silo.AddSqliteGrainStorage(
            Name,
            database => database.DataDirectory = directory,
            storage => storage.JsonSerializerOptions = StateJson.Options);
        silo.UseSqliteReminderService();
        silo.Services.AddSingleton<IStoredContents, SqliteStoredContents>();
        silo.Services.AddHealthChecks().AddSqlite();
    }
}
