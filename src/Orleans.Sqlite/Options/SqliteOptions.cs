namespace Orleans.Sqlite;

/// <summary>Where the one database is that grain storage and reminders share, and how it is used.</summary>
public sealed class SqliteOptions
{
    /// <summary>
    /// The folder of the database; created when absent, readable by its owner only. Relative paths start at the working
    /// directory.
    /// </summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>
    /// The database's file name in <see cref="DataDirectory"/>. SQLite puts <c>-wal</c> and <c>-shm</c> beside it, and
    /// this provider a <c>.lock</c>.
    /// </summary>
    public string FileName { get; set; } = "kayse.db";

    /// <summary>The most read connections that are open at once; a read beyond them waits for one to finish.</summary>
    public int MaxReaders { get; set; } = Math.Clamp(Environment.ProcessorCount * 2, 4, 16);

    /// <summary>
    /// The most operations that one transaction takes, which bounds how long the first of them waits for its commit.
    /// </summary>
    public int MaxBatchSize { get; set; } = 1_000;

    internal string DatabasePath => Path.Combine(Path.GetFullPath(DataDirectory), FileName);
}
