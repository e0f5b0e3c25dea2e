namespace Orleans.Sqlite;

/// <summary>
/// Keeps a second process (or a second instance in this one) away from a database. The operating system holds the lock,
/// so a killed process leaves none behind; the file itself stays, because deleting it would let two processes lock two
/// files of one name.
/// </summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly FileStream _file;

    private DatabaseLock(FileStream file) => _file = file;

    public static DatabaseLock Take(string databasePath)
    {
        try
        {
            return new DatabaseLock(new FileStream(databasePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception)
        {
            throw new SqliteStorageException($"{databasePath} is in use by another process ({exception.Message})", exception);
        }
    }

    public void Dispose() => _file.Dispose();
}
