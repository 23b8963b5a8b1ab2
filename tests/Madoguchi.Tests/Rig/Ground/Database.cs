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

    /// <summary>A database without a schema: what a first start finds.</summary>
    public static async Task<Database> NewEmpty(On on)
    {
        if (on == On.Sqlite)
            return await New(on);

        var (connectionString, drop) = await Clones.NewEmpty();
        return new(on, connectionString, Scratch.NewFolder("data"), drop);
    }

    public async ValueTask DisposeAsync()
    {
        await drop();
        Directory.Delete(Folder, recursive: true);
    }
}
