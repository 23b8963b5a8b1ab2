using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Madoguchi.Storage;

/// <summary><c>fsync</c> that says when it failed: .NET 10's own <c>Flush(true)</c> and <c>FlushToDisk</c> report success on EIO (measured).</summary>
internal static partial class CheckedSync
{
    public static void File(SafeFileHandle handle)
    {
        if (fsync(handle) != 0)
            throw new IOException($"fsync failed: {Marshal.GetLastPInvokeErrorMessage()}", Marshal.GetLastPInvokeError());
    }

    /// <summary>A new name in a folder is durable only when the folder is synced too.</summary>
    public static void Folder(string path)
    {
        var descriptor = open(path, 0);
        if (descriptor < 0)
            throw new IOException($"Cannot open {path}: {Marshal.GetLastPInvokeErrorMessage()}");
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        File(handle);
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(SafeFileHandle descriptor);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);
}
