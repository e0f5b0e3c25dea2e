using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Hosting;

namespace Orleans.Sqlite.Tests;

/// <summary>A database in a folder of its own, which goes with it.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TemporaryDatabase() => Database = Open(Options);

    public SqliteDatabase Database { get; private set; }

    public SqliteOptions Options => OptionsFor(_folder.Path);

    public static SqliteOptions OptionsFor(string folder) => new() { DataDirectory = folder };

    public static SqliteDatabase Open(SqliteOptions options) => SqliteDatabase.Open(options, NullLogger<SqliteDatabase>.Instance);

    public static SqliteDatabase Open(SqliteOptions options, params string[] schemaSteps) =>
        SqliteDatabase.Open(options, NullLogger<SqliteDatabase>.Instance, schemaSteps);

    public void Reopen()
    {
        Database.Dispose();
        Database = Open(Options);
    }

    public SqliteGrainStorage Storage(SqliteGrainStorageOptions? options = null) =>
        new(Database, options ?? new SqliteGrainStorageOptions(), TimeProvider.System);

    public SqliteReminderTable Reminders(TimeProvider? clock = null) => Reminders(Database, clock);

    public static SqliteReminderTable Reminders(SqliteDatabase database, TimeProvider? clock = null) =>
        new(database, Microsoft.Extensions.Options.Options.Create(new ReminderOptions()), clock ?? TimeProvider.System);

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }
}
