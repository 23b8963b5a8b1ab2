using Madoguchi.Shared;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Storage;

public static class Locked
{
    extension(Db db)
    {
        public bool IsPostgres => db.Database.ProviderName!.EndsWith("PostgreSQL", StringComparison.Ordinal); // set by either Use…

        /// <summary>A time as a parameter of hand-written SQL.</summary>
        internal object Stored(DateTimeOffset at) => db.IsPostgres ? at : Moment.ToUnixMicroseconds(at);

        /// <summary>The row, locked until the work ends: <c>FOR UPDATE</c> on PostgreSQL; on SQLite the lane is the lock.
        /// Compose a scope on it before reading. Only inside <see cref="Writes"/>.</summary>
        public IQueryable<T> Lock<T>(Id<T> id)
            where T : class
        {
            if (!db.IsPostgres)
                return db.Set<T>().Where(row => EF.Property<Id<T>>(row, "Id") == id);

            var table = db.Model.FindEntityType(typeof(T))!.GetTableName(); // every mapped noun has a table
#pragma warning disable EF1002 // the table's name is the model's, the id a parameter
            return db.Set<T>().FromSqlRaw($"select * from {table} where \"Id\" = {{0}} for update", id.Value);
#pragma warning restore EF1002
        }
    }
}
