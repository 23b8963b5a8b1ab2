using Madoguchi.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Rig;

/// <summary>An empty, migrated database and a data folder of one test class's own; gone when disposed.</summary>
public sealed class Database : IAsyncDisposable
{
    // Migrating a file takes longer than most tests: one is migrated, the others are copies of it.
    private static readonly Lazy<Task<string>> Template = new(Migrated);

    private readonly Func<ValueTask> drop;

    private Database(On on, string connectionString, string folder, Func<ValueTask> drop) =>
        (On, ConnectionString, Folder, this.drop) = (on, connectionString, folder, drop);

    public On On { get; }

    public string ConnectionString { get; }

    public string Folder { get; }

    public static async Task<Database> New(On on)
    {
        var folder = Scratch.NewFolder("data");
        if (on == On.Sqlite)
        {
            File.Copy(await Template.Value, FileIn(folder));
            return InFile(folder);
        }

        var (connectionString, drop) = await Clones.New();
        return new(on, connectionString, folder, drop);
    }

    /// <summary>A database without a schema: what a first start finds.</summary>
    public static async Task<Database> NewEmpty(On on)
    {
        if (on == On.Sqlite)
            return InFile(Scratch.NewFolder("data"));

        var (connectionString, drop) = await Clones.NewEmpty();
        return new(on, connectionString, Scratch.NewFolder("data"), drop);
    }

    public async ValueTask DisposeAsync()
    {
        await drop();
        Directory.Delete(Folder, recursive: true);
    }

    private static string FileIn(string folder) => Path.Combine(folder, "madoguchi.db");

    private static Database InFile(string folder) => new(On.Sqlite, $"Data Source={FileIn(folder)}", folder, () => ValueTask.CompletedTask);

    private static async Task<string> Migrated()
    {
        var folder = Scratch.NewFolder("template");
        var services = new ServiceCollection().AddLogging();
        services.AddStorage(new Engine($"Data Source={FileIn(folder)};Pooling=false", folder));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Opening>().Open(CancellationToken.None);
        return FileIn(folder);
    }
}
