namespace Orleans.Sqlite;

/// <summary>
/// Numbers that are never given twice, also after a restart, a deletion or a rollback: a writer with the version of a
/// record that has since been removed and written anew cannot pass for a current one. Only the end of a reserved block
/// is stored, not each number.
/// </summary>
internal sealed class VersionSequence
{
    public const int BlockSize = 1_000_000;

    private const string ReadCeiling = "SELECT ceiling FROM version_sequence";
    private const string StoreCeiling = "UPDATE version_sequence SET ceiling = ?1";

    private long _next;
    private long _ceiling;

    public VersionSequence(SqliteSession session)
    {
        using var row = session[ReadCeiling].Query();
        row.Read();
        _next = _ceiling = row.GetInt64(0);
    }

    public long Next() =>
        _next < _ceiling ? _next++ : throw new InvalidOperationException("An operation took more versions than were reserved.");

    /// <summary>
    /// Makes sure of <paramref name="count"/> numbers. Not within a transaction: its rollback would take back what has
    /// been given.
    /// </summary>
    public void Reserve(SqliteSession session, int count)
    {
        if (_next + count <= _ceiling)
            return;
        var ceiling = _ceiling + BlockSize;
        session[StoreCeiling].Execute(ceiling);
        _ceiling = ceiling;
    }
}
