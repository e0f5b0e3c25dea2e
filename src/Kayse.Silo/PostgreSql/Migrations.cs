using System.Globalization;
using Npgsql;

namespace Kayse.Silo.PostgreSql;

/// <summary>
/// Creates and updates the tables. Each migration is one SQL file, is run once, and is never changed after a release.
/// </summary>
internal static class Migrations
{
    private const string Folder = "migrations/";

    // Advisory locks belong to a database; the number means nothing.
    private const string Lock = "SELECT pg_advisory_xact_lock(5279930281413)";

    // Looked for first: a user that may not create tables can still run on those that an administrator has created.
    private const string IsNew = "SELECT to_regclass('kayse_migration') IS NULL";
    private const string CreateTable = """
        CREATE TABLE kayse_migration (version integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())
        """;

    private const string Last = "SELECT coalesce(max(version), 0) FROM kayse_migration";
    private const string Record = "INSERT INTO kayse_migration (version, name) VALUES ($1, $2)";

    /// <summary>
    /// Runs what is missing, all or nothing. Of several processes that start at once, one does it and the others wait.
    /// </summary>
    public static async Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, Lock, cancellationToken);
        if (await ReadAsync<bool>(connection, IsNew, cancellationToken))
            await ExecuteAsync(connection, CreateTable, cancellationToken);
        var last = await ReadAsync<int>(connection, Last, cancellationToken);
        foreach (var (version, name) in All().Where(migration => migration.Version > last))
        {
            await ExecuteAsync(connection, await SqlOfAsync(name, cancellationToken), cancellationToken);
            await ExecuteAsync(connection, Record, cancellationToken, version, name);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static IEnumerable<(int Version, string Name)> All() =>
        typeof(Migrations)
            .Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
            .Select(resource => resource[Folder.Length..])
            .Select(name =>
                (Version: int.Parse(name.AsSpan(0, name.IndexOf('-', StringComparison.Ordinal)), CultureInfo.InvariantCulture), name)
            )
            .OrderBy(migration => migration.Version);

    private static async Task<string> SqlOfAsync(string name, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(Folder + name)!);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, sql);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken,
        params object[] values
    )
    {
        await using var command = Command(connection, sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql)
#pragma warning disable CA2100 // The constants above and our own files.
        => new(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
}
