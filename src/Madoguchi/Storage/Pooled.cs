using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Madoguchi.Storage;

/// <summary>PostgreSQL's door: each work has its own pooled context and transaction; the locks are on rows.
/// A work that loses against another (serialization failure, deadlock, a unique key taken meanwhile) runs again whole.</summary>
public sealed class Pooled(IDbContextFactory<Db> contexts, Signals signals) : Writes(signals)
{
    private const int Tries = 8;

    public override async Task<T> Write<T>(Func<Db, Task<T>> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync(ct);
                Prepare(db);
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var result = await work(db);
                // Not cancellable: half a commit is nobody's answer.
                await transaction.CommitAsync(CancellationToken.None);
                Ring(db.TakeRings());
                return result;
            }
            catch (Exception lost) when (attempt < Tries && lost.IsLostRace)
            {
                await Task.Delay(Random.Shared.Next(2, 20) * attempt, ct);
            }
            catch (Exception away) when (away.IsDatabaseAway)
            {
                throw new ClosedException("The database does not answer.", away.Of<NpgsqlException>() ?? away);
            }
        }
    }
}
