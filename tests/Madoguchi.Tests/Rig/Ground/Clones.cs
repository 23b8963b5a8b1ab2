using Madoguchi.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Madoguchi.Tests.Rig;

/// <summary>One PostgreSQL for the whole run, one database in it migrated once, and copies of that one: 50 ms each instead of a migration.
/// <c>MADOGUCHI_TEST_POSTGRES</c> (a connection string whose user may create databases) names another server.</summary>
public static class Clones
{
    private static readonly string Run = $"madoguchi_test_{Guid.CreateVersion7():N}";
    private static readonly SemaphoreSlim One = new(1);
    private static PostgresServer? server;
    private static string? connection;
    private static int count;

    public static async Task<(string ConnectionString, Func<ValueTask> Drop)> New()
    {
        await One.WaitAsync();
        try
        {
            connection ??= await Prepare();
            var name = $"{Run}_{++count}";
            await Execute($"create database {name} template {Run}");
            return (To(name), async () => await Execute($"drop database if exists {name} with (force)"));
        }
        finally
        {
            One.Release();
        }
    }

    /// <summary>An empty database without a schema.</summary>
    public static async Task<(string ConnectionString, Func<ValueTask> Drop)> NewEmpty()
    {
        var (connectionString, drop) = await New();
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await Execute($"drop database {name}");
        await Execute($"create database {name} template template0");
        return (connectionString, drop);
    }

    public static async Task Remove()
    {
        if (connection is not null && server is null)
            await Execute($"drop database if exists {Run} with (force)");
        server?.Dispose();
    }

    private static async Task<string> Prepare()
    {
        if (Environment.GetEnvironmentVariable("MADOGUCHI_TEST_POSTGRES") is { Length: > 0 } given)
            connection = given;
        else
            connection = (server = await PostgresServer.Start()).ConnectionString;
        await Execute($"create database {Run}");
        var services = new ServiceCollection().AddLogging();
        services.AddStorage(new Engine(To(Run) + ";Pooling=false", Scratch.NewFolder("template")));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Opening>().Open(CancellationToken.None);
        return connection;
    }

    private static string To(string database) => new NpgsqlConnectionStringBuilder(connection) { Database = database }.ToString();

    private static async Task Execute(string sql)
    {
        await using var source = new NpgsqlConnection(connection + ";Pooling=false");
        await source.OpenAsync();
        await using var command = source.CreateCommand();
#pragma warning disable CA2100 // names that this class made
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
