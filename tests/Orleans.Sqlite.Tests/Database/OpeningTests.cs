using Microsoft.Data.Sqlite;
using Orleans.Runtime;
using Orleans.Sqlite.Tests.Storage;

namespace Orleans.Sqlite.Tests.Database;

public sealed class OpeningTests : IDisposable
{
    private static readonly GrainId Grain = GrainId.Create("note", "1");
    private readonly TemporaryFolder _folder = new();

    private SqliteOptions Options => TemporaryDatabase.OptionsFor(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_database_can_be_opened_again()
    {
        using (var database = TemporaryDatabase.Open(Options))
            await new SqliteGrainStorage(database, new(), TimeProvider.System).WriteStateAsync(
                "note",
                Grain,
                new GrainState<Note>(new Note { Text = "kept" })
            );

        using var again = TemporaryDatabase.Open(Options);

        var state = new GrainState<Note>();
        await new SqliteGrainStorage(again, new(), TimeProvider.System).ReadStateAsync("note", Grain, state);
        state.State!.Text.ShouldBe("kept");
    }

    [Fact]
    public void Closing_folds_the_log_into_the_file()
    {
        TemporaryDatabase.Open(Options).Dispose();

        Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["kayse.db", "kayse.db.lock"]);
    }

    [Fact]
    public async Task An_older_schema_is_brought_up_to_date_with_its_rows()
    {
        using (var database = TemporaryDatabase.Open(Options, SchemaStep1.Sql))
            await new SqliteGrainStorage(database, new(), TimeProvider.System).WriteStateAsync(
                "note",
                Grain,
                new GrainState<Note>(new Note { Text = "old" })
            );

        using var migrated = TemporaryDatabase.Open(
            Options,
            SchemaStep1.Sql,
            "ALTER TABLE grain_state ADD COLUMN extra TEXT",
            "CREATE TABLE more (id INTEGER) STRICT"
        );

        (await migrated.ReadAsync(session => session.Connection.QueryNumber("PRAGMA user_version"))).ShouldBe(3);
        (
            await migrated.ReadAsync(session => session.Connection.QueryNumber("SELECT count(*) FROM grain_state WHERE extra IS NULL"))
        ).ShouldBe(1);
    }

    [Fact]
    public void A_step_that_fails_leaves_the_schema_before_it()
    {
        Should.Throw<SqliteStorageException>(() =>
            TemporaryDatabase.Open(Options, SchemaStep1.Sql, "CREATE TABLE half (id INTEGER); SELECT no_such_column FROM half")
        );

        using var database = TemporaryDatabase.Open(Options, SchemaStep1.Sql);
    }

    [Fact]
    public void A_newer_schema_is_refused()
    {
        TemporaryDatabase.Open(Options, SchemaStep1.Sql, "CREATE TABLE newer (id INTEGER) STRICT").Dispose();

        var refusal = Should.Throw<SqliteStorageException>(() => TemporaryDatabase.Open(Options, SchemaStep1.Sql));

        refusal.Message.ShouldBe(
            $"{_folder.File("kayse.db")} has schema 2, this release knows schemas up to 1: it was written by a newer release."
        );
    }

    [Fact]
    public void A_database_of_another_application_is_refused_and_left_as_it_is()
    {
        using (var foreign = new SqliteConnection($"Data Source={_folder.File("kayse.db")};Pooling=False"))
        {
            foreign.Open();
            foreign.Execute("CREATE TABLE theirs (id INTEGER)");
        }

        var before = File.ReadAllBytes(_folder.File("kayse.db"));

        var refusal = Should.Throw<SqliteStorageException>(() => TemporaryDatabase.Open(Options));

        refusal.Message.ShouldContain("is a database of another application");
        File.ReadAllBytes(_folder.File("kayse.db")).ShouldBe(before);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        File.WriteAllText(_folder.File("kayse.db"), new string('x', 5_000));

        var refusal = Should.Throw<SqliteStorageException>(() => TemporaryDatabase.Open(Options));

        refusal.Message.ShouldStartWith($"{_folder.File("kayse.db")} cannot be opened");
        File.ReadAllText(_folder.File("kayse.db")).ShouldBe(new string('x', 5_000));
    }

    [Fact]
    public void A_second_opener_is_refused_until_the_first_has_closed()
    {
        using (TemporaryDatabase.Open(Options))
        {
            var refusal = Should.Throw<SqliteStorageException>(() => TemporaryDatabase.Open(Options));
            refusal.Message.ShouldStartWith($"{_folder.File("kayse.db")} is in use by another process");
        }

        TemporaryDatabase.Open(Options).Dispose();
    }

    [Fact]
    public void A_refused_file_is_not_kept_locked()
    {
        File.WriteAllText(_folder.File("kayse.db"), new string('x', 5_000));
        Should.Throw<SqliteStorageException>(() => TemporaryDatabase.Open(Options));
        File.Delete(_folder.File("kayse.db"));

        TemporaryDatabase.Open(Options).Dispose();
    }
}
