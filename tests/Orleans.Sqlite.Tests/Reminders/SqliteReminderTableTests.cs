namespace Orleans.Sqlite.Tests.Reminders;

public sealed class SqliteReminderTableTests : ReminderTableContract, IDisposable
{
    private readonly TemporaryDatabase _database = new();

    protected override IReminderTable Table => new SqliteReminderTable(_database.Database);

    public void Dispose() => _database.Dispose();
}
