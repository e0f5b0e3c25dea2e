using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;

namespace Orleans.Sqlite;

internal static partial class SqliteServices
{
    static partial void AddReminderService(IServiceCollection services) => services.AddReminders();
}
