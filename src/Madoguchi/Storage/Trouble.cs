using Microsoft.Data.Sqlite;
using Npgsql;

namespace Madoguchi.Storage;

/// <summary>What an exception says about the database. Entity Framework wraps a broken connection in two exceptions of its own, so the whole chain is asked.</summary>
public static class Trouble
{
    extension(Exception broken)
    {
        /// <summary>The database does not answer now, and will again: nothing is wrong with what was asked.</summary>
        public bool IsDatabaseAway => Chain(broken).Any(e => e switch
        {
            Writes.ClosedException => true,
            PostgresException { SqlState: ['0', '8', ..] or ['5', '3', ..] or ['5', '7', 'P', ..] or "25006" or "55000" } => true,
            NpgsqlException { IsTransient: true } => true,
            SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 } => true, // BUSY, LOCKED, IOERR, FULL, CANTOPEN
            _ => false,
        });

        /// <summary>Lost against another work (serialization failure, deadlock, a unique key taken meanwhile): the same may succeed at once.</summary>
        internal bool IsLostRace => broken.Of<PostgresException>() is { SqlState: "40001" or "40P01" or "23505" } || broken is Writes.LostRaceException;

        internal T? Of<T>()
            where T : Exception => Chain(broken).OfType<T>().FirstOrDefault();
    }

    private static IEnumerable<Exception> Chain(Exception outermost)
    {
        for (var one = outermost; one is not null; one = one.InnerException)
            yield return one;
    }
}
