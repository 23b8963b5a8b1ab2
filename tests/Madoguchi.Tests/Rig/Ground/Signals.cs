using System.Runtime.InteropServices;

namespace Madoguchi.Tests.Rig;

/// <summary>What .NET's Process cannot send. Always to one process that we started, by its id.</summary>
public static class Signals
{
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Freeze = 19;

    public static void Send(int processId, int signal)
    {
        // 0 and negative numbers mean whole groups.
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(processId);
        _ = kill(processId, signal); // already gone is as good
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int processId, int signal);
}
