using Orleans.Runtime;

namespace Orleans.Sqlite;

/// <summary>
/// The database could not be opened, read or written. What failed to be written is not stored, unless the cause was
/// lost after the commit reached the disk; read again before deciding anything.
/// </summary>
public sealed class SqliteStorageException : OrleansException
{
    /// <summary>An exception without details.</summary>
    public SqliteStorageException() { }

    /// <summary>An exception with a message.</summary>
    public SqliteStorageException(string message)
        : base(message) { }

    /// <summary>An exception with a message and a cause.</summary>
    public SqliteStorageException(string message, Exception innerException)
        : base(message, innerException) { }
}
