namespace Orleans.Sqlite;

/// <summary>
/// Keeps the folder and the files of the database closed to other users: what is in them is personal data.
/// </summary>
internal static class DataDirectory
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates the folder if it is absent, and closes one that is there already.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, FolderMode);
        if (!File.GetUnixFileMode(path).HasFlag(UnixFileMode.StickyBit))
            Close(path, FolderMode);
    }

    /// <summary>
    /// Makes the database's file for the owner alone before anything is written to it. SQLite makes those beside it
    /// (log, shared memory) like it.
    /// </summary>
    public static void CloseFiles(string databasePath)
    {
        if (OperatingSystem.IsWindows())
            return;
        using (
            new FileStream(
                databasePath,
                new FileStreamOptions
                {
                    Mode = System.IO.FileMode.OpenOrCreate,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.ReadWrite,
                    UnixCreateMode = FileMode,
                }
            )
        )
        {
            // Being there is all that it has to be.
        }

        foreach (var file in new[] { databasePath, databasePath + "-wal", databasePath + "-shm", databasePath + ".lock" })
        {
            if (File.Exists(file))
                Close(file, FileMode);
        }
    }

    private static void Close(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            return;
        try
        {
            if (File.GetUnixFileMode(path) != mode)
                File.SetUnixFileMode(path, mode);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            // Whoever made it decides who reads it: a volume of Kubernetes, for one, belongs to root and is this
            // account's by its group.
        }
    }
}
