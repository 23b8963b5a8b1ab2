namespace Madoguchi.Tests.Rig;

/// <summary>This test process's own folder in memory. What a killed run left behind, folders and processes, the next run removes.</summary>
public static class Scratch
{
    private const string Prefix = "madoguchi-tests-";
    private static readonly string Ground = Environment.GetEnvironmentVariable("MADOGUCHI_TEST_FOLDER") ?? (Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath());
    private static readonly Lazy<string> Own = new(Create);
    private static int count;

    public static string NewFolder(string name)
    {
        var folder = Path.Combine(Own.Value, string.Create(null, $"{name}-{Interlocked.Increment(ref count)}"));
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Should this run be killed, the next one ends that process.</summary>
    public static void Remember(int processId)
    {
        if (Born.Of(processId) is { } child)
            File.WriteAllText(Path.Combine(Own.Value, $"{child}.child"), "");
    }

    public static void Remove()
    {
        if (Own.IsValueCreated && Directory.Exists(Own.Value))
            Clear(Own.Value);
    }

    private static string Create()
    {
        foreach (var old in Directory.EnumerateDirectories(Ground, Prefix + "*"))
        {
            if (Born.Parse(Path.GetFileName(old)[Prefix.Length..]) is { Lives: false })
                Clear(old);
        }

        var own = Path.Combine(Ground, Prefix + Born.Self);
        Directory.CreateDirectory(own);
        // PostgreSQL refuses to run as root: its own user must be able to pass through to its folder.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(own, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return own;
    }

    private static void Clear(string folder)
    {
        foreach (var child in Directory.EnumerateFiles(folder, "*.child").Select(f => Born.Parse(Path.GetFileNameWithoutExtension(f))))
        {
            if (child is { Lives: true } left)
                Signals.Send(left.Id, Signals.Kill);
        }

        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{folder} stays until the next run: {busy.Message}");
        }
    }
}
