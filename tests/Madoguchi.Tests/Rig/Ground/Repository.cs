namespace Madoguchi.Tests.Rig;

/// <summary>Where the sources and the built app are, seen from the running tests.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Source { get; } = Path.Combine(Root, "src", "Madoguchi");

    /// <summary>The app built in the same configuration as these tests.</summary>
    public static string App { get; } = Path.Combine(Source, "bin", Configuration, "net10.0", "Madoguchi.dll");

    // …/bin/Release/net10.0/
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name; // the build put us two folders deep

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Madoguchi.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside the repository.");
    }
}
