namespace Orleans.Sqlite;

internal static class SchemaStep1
{
    // grain_state keeps its row ids: states of some hundred bytes in a WITHOUT ROWID table cost 2.5 to 3 times as
    // much per insert of a random key (docs of SQLite advise against it above a twentieth of a page; measured: 15,700
    // a second against 43,100 at 600,000 rows of 500 bytes) and make no difference to reads.
    // Instants in reminder are .NET ticks (UTC), so that they come back exactly; modified is Unix milliseconds.
    public const string Sql = """
        CREATE TABLE grain_state (
            grain_type TEXT NOT NULL,
            grain_key TEXT NOT NULL,
            state_name TEXT NOT NULL,
            version INTEGER NOT NULL,
            payload BLOB NOT NULL,
            modified INTEGER NOT NULL,
            PRIMARY KEY (grain_type, grain_key, state_name)
        ) STRICT;

        CREATE TABLE reminder (
            grain_type TEXT NOT NULL,
            grain_key TEXT NOT NULL,
            name TEXT NOT NULL,
            hash INTEGER NOT NULL,
            start_at INTEGER NOT NULL,
            period INTEGER NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (grain_type, grain_key, name)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX reminder_start_at ON reminder (start_at);

        CREATE TABLE version_sequence (
            only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
            ceiling INTEGER NOT NULL
        ) STRICT;

        INSERT INTO version_sequence VALUES (1, 1)
        """;
}
