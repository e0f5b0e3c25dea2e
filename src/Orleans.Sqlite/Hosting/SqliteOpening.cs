using Microsoft.Extensions.Hosting;

namespace Orleans.Sqlite;

/// <summary>
/// Makes the host open the database before anything starts, so that a file it cannot use stops it there. The container
/// closes it, after all who use it.
/// </summary>
#pragma warning disable CS9113 // Needing the database is what opens it.
internal sealed class SqliteOpening(SqliteDatabase database) : IHostedService
#pragma warning restore CS9113
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
