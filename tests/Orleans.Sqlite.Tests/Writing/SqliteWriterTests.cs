using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Orleans.Sqlite.Tests.Writing;

public sealed class SqliteWriterTests : IDisposable
{
    private const string Insert = "INSERT INTO grain_state VALUES ('t', ?1, 's', 1, x'00', 0)";
    private const string Count = "SELECT count(*) FROM grain_state";
    private readonly TemporaryDatabase _temporary = new();

    private SqliteDatabase Database => _temporary.Database;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Operations_that_wait_together_share_a_transaction()
    {
        using var gate = new ManualResetEventSlim();
        var commits = 0;
        var first = Database.WriteAsync(session =>
        {
            raw.sqlite3_commit_hook(
                session.Connection.Handle,
                _ =>
                {
                    commits++;
                    return 0;
                },
                null
            );
            gate.Wait();
            return 0;
        });
        var others = Enumerable.Range(0, 100).Select(i => Database.WriteAsync(session => session[Insert].Execute($"{i}"))).ToArray();
        gate.Set();

        await Task.WhenAll([first, .. others]);

        // The first may have been taken alone, or with those that were quick enough.
        commits.ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task An_operation_that_fails_fails_alone()
    {
        using var gate = new ManualResetEventSlim();
        var blocker = Database.WriteAsync(_ =>
        {
            gate.Wait();
            return 0;
        });
        var before = Database.WriteAsync(session => session[Insert].Execute("before"));
        var failing = Database.WriteAsync(session =>
        {
            session[Insert].Execute("half done");
            return session[Insert].Execute("before");
        });
        var throwing = Database.WriteAsync<int>(_ => throw new InvalidOperationException("a mistake of its own"));
        var after = Database.WriteAsync(session => session[Insert].Execute("after"));
        gate.Set();

        await Task.WhenAll(blocker, before, after);
        var sqlite = await Should.ThrowAsync<SqliteStorageException>(failing);
        sqlite.InnerException.ShouldBeOfType<SqliteException>();
        (await Should.ThrowAsync<SqliteStorageException>(throwing)).InnerException.ShouldBeOfType<InvalidOperationException>();
        (await CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_commit_that_fails_fails_its_operations_and_the_next_succeeds()
    {
        var failing = Database.WriteAsync(session =>
        {
            raw.sqlite3_commit_hook(session.Connection.Handle, _ => 1, null);
            return session[Insert].Execute("lost");
        });

        await Should.ThrowAsync<SqliteStorageException>(failing);
        (await CountAsync()).ShouldBe(0);

        await Database.WriteAsync(session => session[Insert].Execute("kept"));
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_full_disk_fails_writes_until_there_is_room()
    {
        var pages = await Database.WriteAsync(session => session.Connection.QueryNumber("PRAGMA page_count"));
        await LimitPagesAsync(pages + 20);
        var large = Enumerable.Range(0, 40).Select(i => WriteAsync($"{i}", 16 * 1024)).ToArray();

        var outcomes = await Task.WhenAll(large.Select(SucceededAsync));

        outcomes.ShouldContain(false);
        (await CountAsync()).ShouldBe(outcomes.Count(success => success));

        await LimitPagesAsync(1_000_000);
        await WriteAsync("later", 16 * 1024);
        (await CountAsync()).ShouldBe(outcomes.Count(success => success) + 1);
    }

    [Fact]
    public async Task Closing_writes_what_is_queued_and_refuses_what_comes_later()
    {
        var queued = Enumerable.Range(0, 5_000).Select(i => Database.WriteAsync(session => session[Insert].Execute($"{i}"))).ToArray();

        _temporary.Reopen();

        queued.ShouldAllBe(write => write.IsCompletedSuccessfully);
        (await CountAsync()).ShouldBe(5_000);
        Database.Dispose();
        Should.Throw<ObjectDisposedException>(() =>
        {
            _ = Database.WriteAsync(_ => 0);
        });
        await Should.ThrowAsync<ObjectDisposedException>(async () => await CountAsync());
    }

    [Fact]
    public async Task A_waiter_does_not_hold_up_the_writer()
    {
        using var gate = new ManualResetEventSlim();
        var blocked = Task.Run(async () =>
        {
            await Database.WriteAsync(_ => 0).ConfigureAwait(false);
            gate.Wait();
        });

        await Database.WriteAsync(_ => 0);
        await Database.WriteAsync(_ => 0);

        gate.Set();
        await blocked;
    }

    private static async Task<bool> SucceededAsync(Task write)
    {
        try
        {
            await write;
            return true;
        }
        catch (SqliteStorageException)
        {
            return false;
        }
    }

    private ValueTask<long> CountAsync() => Database.ReadAsync(session => session.Connection.QueryNumber(Count));

    private Task<long> LimitPagesAsync(long pages) =>
        Database.WriteAsync(session => session.Connection.QueryNumber($"PRAGMA max_page_count = {pages}"));

    private Task<int> WriteAsync(string key, int bytes) =>
        Database.WriteAsync(session => session["INSERT INTO grain_state VALUES ('t', ?1, 's', 1, ?2, 0)"].Execute(key, new byte[bytes]));
}
