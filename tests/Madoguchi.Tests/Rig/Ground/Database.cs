namespace Madoguchi.Tests.Rig;

/// <summary>An empty, migrated database and a data folder of one test class's own; gone when disposed.</summary>
public sealed class Database : IAsyncDisposable
{
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
            return new(on, $"Data Source={Path.Combine(folder, "madoguchi.db")}", folder, () => ValueTask.CompletedTask);

        var (connectionString, drop) = await Clones.New();
        return new(on, connectionString, folder, drop);
    }

    public async ValueTask DisposeAsync()
    {
        await drop();
        Directory.Delete(Folder, recursive: true);
    }
}
