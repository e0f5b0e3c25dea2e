using System.Runtime.InteropServices;

namespace Kayse.Grains.Passwords;

/// <summary>Lowers a thread's priority. On Linux .NET's own setting has no effect, so the thread's nice value is raised there.</summary>
internal static class ThreadPriorities
{
    private const int PrioProcess = 0;
    private const int CallingThread = 0;
    private const int Nice = 10;

    public static void LowerThis()
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        if (OperatingSystem.IsLinux())
            _ = SetPriority(PrioProcess, CallingThread, Nice); // Best effort: where it isn't allowed, the number of threads still bounds the load.
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int value);
}
