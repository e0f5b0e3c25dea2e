namespace Orleans.Sqlite;

/// <summary>How queued operations become transactions.</summary>
internal static class WriteBatch
{
    /// <summary>
    /// One transaction for all. If an operation throws, all is rolled back and each gets a transaction of its own, so
    /// that only the culprit fails. Answers false when a commit or rollback failed: the connection is then in doubt.
    /// </summary>
    public static bool Commit(WriteSession session, List<IPendingWrite> batch)
    {
        try
        {
            session.Begin(batch.Count);
        }
        catch (Exception exception)
        {
            return FailAll(batch, exception);
        }

        try
        {
            foreach (var write in batch)
                write.Apply(session);
        }
        catch (Exception exception)
        {
            return TryRollback(session)
                ? batch.Count > 1
                    ? CommitEach(session, batch)
                    : Fail(batch[0], exception)
                : FailAll(batch, exception);
        }

        return TryCommit(session, batch);
    }

    private static bool CommitEach(WriteSession session, List<IPendingWrite> batch)
    {
        var isSound = true;
        foreach (var write in batch)
        {
            if (isSound)
                isSound = Commit(session, [write]);
            else
                Fail(write, new SqliteStorageException("the connection failed while another operation was written."));
        }

        return isSound;
    }

    private static bool TryCommit(WriteSession session, List<IPendingWrite> batch)
    {
        try
        {
            session.Commit();
        }
        catch (Exception exception)
        {
            TryRollback(session);
            return FailAll(batch, exception);
        }

        foreach (var write in batch)
            write.Complete();
        return true;
    }

    private static bool TryRollback(WriteSession session)
    {
        try
        {
            session.Rollback();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static bool Fail(IPendingWrite write, Exception exception)
    {
        write.Fail(exception);
        return true;
    }

    private static bool FailAll(List<IPendingWrite> batch, Exception exception)
    {
        foreach (var write in batch)
            write.Fail(exception);
        return false;
    }
}
