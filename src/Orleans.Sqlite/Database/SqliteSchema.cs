using Microsoft.Data.Sqlite;

namespace Orleans.Sqlite;

/// <summary>
/// Brings a file to the current schema: <c>user_version</c> counts the steps it has had, <c>application_id</c> says
/// that it is ours.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>"OrSq", in the header of every file that this provider made.</summary>
    public const int ApplicationId = 0x4F725371;

    /// <summary>The steps in order. One that has been released never changes; a new schema is a new step.</summary>
    public static readonly IReadOnlyList<string> Steps = [SchemaStep1.Sql];

    /// <summary>Throws unless the file is new or ours and not of a newer release; changes nothing.</summary>
    public static void Check(SqliteConnection connection, IReadOnlyList<string> steps)
    {
        var application = connection.QueryNumber("PRAGMA application_id");
        var isEmpty = application == 0 && connection.QueryNumber("SELECT count(*) FROM sqlite_schema") == 0;
        if (application != ApplicationId && !isEmpty)
            throw new SqliteStorageException($"{connection.DataSource} is a database of another application; it is left as it is.");

        var version = connection.QueryNumber("PRAGMA user_version");
        if (version > steps.Count)
            throw new SqliteStorageException(
                $"{connection.DataSource} has schema {version}, this release knows schemas up to "
                    + $"{steps.Count}: it was written by a newer release."
            );
    }

    /// <summary>Takes the steps that the file has not had, each in its own transaction.</summary>
    public static void Migrate(SqliteConnection connection, IReadOnlyList<string> steps)
    {
        for (var version = (int)connection.QueryNumber("PRAGMA user_version"); version < steps.Count; version++)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            connection.Execute($"{steps[version]}; PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version + 1}");
            transaction.Commit();
        }
    }
}
