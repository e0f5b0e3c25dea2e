namespace Kayse.Silo.Hosting;

/// <summary>
/// Folders with what is nobody else's on the machine to read: personal data, keys, links that let people in.
/// </summary>
internal static class PrivateDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>
    /// Makes the folder for this account alone, and makes one that is there already so. One that belongs to somebody
    /// else, or that many share (such as /tmp), stays as it is.
    /// </summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, OwnerOnly);
        try
        {
            var mode = File.GetUnixFileMode(path);
            if (mode != OwnerOnly && !mode.HasFlag(UnixFileMode.StickyBit))
                File.SetUnixFileMode(path, OwnerOnly);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            // Whoever made it decides who reads it: a volume of Kubernetes, for one, belongs to root and is this
            // account's by its group.
        }
    }
}
