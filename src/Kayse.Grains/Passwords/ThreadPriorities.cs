using System.Runtime.InteropServices;

namespace Kayse.Grains.Passwords;

/// <summary>
/// Lowers a thread's priority. On Linux .NET's own setting has no effect, so the thread's nice value is raised there.
/// </summary>
internal static class ThreadPriorities
{
    private const int PrioProcess = 0;
    private const int CallingThread = 0;
    private const int Nice = 10;

    /// <summary>
    /// Lowers the calling thread's. Best effort: where it isn't possible, the number of threads still bounds the load.
    /// </summary>
    public static void LowerThis()
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = SetPriority(PrioProcess, CallingThread, Nice);
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            // A C library that is linked in or goes by another name.
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int value);
}
