using Microsoft.Data.Sqlite;
using Npgsql;

namespace Madoguchi.Storage;

/// <summary>Which database this process works on: a SQLite file (the default, nothing to install) or PostgreSQL (many nodes).</summary>
public sealed class Engine
{
    public Engine(string? database, string dataFolder)
    {
        DataFolder = Path.GetFullPath(dataFolder);
        IsPostgres = database is not null && database.Contains("Host=", StringComparison.OrdinalIgnoreCase);
        ConnectionString = IsPostgres ? Postgres(database!) // IsPostgres: not null
            : new SqliteConnectionStringBuilder(database ?? $"Data Source={Path.Combine(DataFolder, "madoguchi.db")}") { DefaultTimeout = 30 }.ToString();
    }

    public bool IsPostgres { get; }

    public string ConnectionString { get; }

    /// <summary>Where the SQLite file and the folder of files live.</summary>
    public string DataFolder { get; }

    public string? SqliteFile => IsPostgres ? null : Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    // Debian's server allows 100 connections in all; two nodes must fit beside a console.
    private static string Postgres(string database)
    {
        var asked = new NpgsqlConnectionStringBuilder(database);
        if (!asked.ContainsKey("Maximum Pool Size"))
            asked.MaxPoolSize = 30;
        asked.ApplicationName ??= "madoguchi";
        return asked.ToString();
    }
}
