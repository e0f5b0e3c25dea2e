using Orleans.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The database among a host's health checks.</summary>
public static class SqliteHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that writes to the database (one commit, a fraction of a millisecond on a local disk).
    /// </summary>
    public static IHealthChecksBuilder AddSqlite(
        this IHealthChecksBuilder builder,
        string name = "sqlite",
        IEnumerable<string>? tags = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddCheck<SqliteHealthCheck>(name, failureStatus: null, tags: tags ?? []);
    }
}
