using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Madoguchi.Storage;

/// <summary>Settings that SQLite keeps per connection. <c>synchronous=FULL</c> is the promise: at NORMAL a power cut takes acknowledged rows.</summary>
public sealed class SqliteSettings : DbConnectionInterceptor
{
    public const string Sql = "pragma synchronous=FULL; pragma foreign_keys=ON; pragma busy_timeout=30000; pragma temp_store=MEMORY; pragma cache_size=-16000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }
}
