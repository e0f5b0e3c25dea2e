using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Orleans.Sqlite;

/// <summary>Whether the database takes writes: commits one through the same queue as everybody's.</summary>
internal sealed class SqliteHealthCheck(SqliteDatabase database) : IHealthCheck
{
    private const string Touch = "UPDATE version_sequence SET ceiling = ceiling";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.WriteAsync(session => session[Touch].Execute()).WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is SqliteStorageException or ObjectDisposedException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Message, exception);
        }
    }
}
