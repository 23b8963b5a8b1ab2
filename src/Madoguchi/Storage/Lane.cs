using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Storage;

/// <summary>SQLite's door: one writer, group commit. Works wait in a bounded channel; the lane runs a group of them in one
/// <c>BEGIN IMMEDIATE</c> transaction, each inside a savepoint, commits (and syncs) once, then answers them all.</summary>
public sealed class Lane(IDbContextFactory<Db> contexts, Signals signals, ILogger<Lane> log) : Writes(signals), IHostedService
{
    private const int Group = 256;
    private readonly Channel<Work> waiting = Channel.CreateBounded<Work>(new BoundedChannelOptions(4096) { SingleReader = true });
    private object? starting;
    private Task? running;

    public override async Task<T> Write<T>(Func<Db, Task<T>> work, CancellationToken ct)
    {
        var one = new Work<T>(work, ct);
        Begin();
        try
        {
            await waiting.Writer.WriteAsync(one, ct);
        }
        catch (ChannelClosedException stopped)
        {
            throw new ClosedException("The server is stopping.", stopped);
        }

        return await one.Answer;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // What was accepted is finished: a stop answers every waiting work.
    public Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        return running?.WaitAsync(cancellationToken) ?? Task.CompletedTask;
    }

    // With the first work, not with the host: services that start before this one write, too. A thread of its own:
    // SQLite's calls block, and the pool's threads belong to requests.
    private void Begin() =>
        LazyInitializer.EnsureInitialized(ref running, ref starting, () => Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

    // Waits by blocking, and so stays on its thread: whatever a work awaits on SQLite is done when it returns.
    private void Run()
    {
        Db? db = null;
        var group = new List<Work>(Group);
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            group.Clear();
            while (group.Count < Group && waiting.Reader.TryRead(out var work))
                group.Add(work);
            try
            {
                db ??= Open();
                Commit(db, group).GetAwaiter().GetResult();
            }
            // Whatever broke the transaction itself (disk full, a failed sync): the whole group fails, none of it is
            // answered as done, and nothing is trusted of this connection any more.
            catch (Exception broken)
            {
                log.LogError(broken, "A group of {Count} works failed; none of them happened", group.Count);
                var closed = new ClosedException("The database could not take the write.", broken);
                foreach (var work in group)
                    work.Fail(closed);
                Drop(db);
                db = null;
            }
        }

        db?.Dispose();
    }

    // What is broken may also refuse to be put away; the lane goes on with a new one.
    private void Drop(Db? broken)
    {
        try
        {
            broken?.Dispose();
        }
        catch (Exception refused)
        {
            log.LogWarning(refused, "A broken connection could not be closed");
        }
    }

    private Db Open()
    {
        var db = contexts.CreateDbContext();
        db.Database.OpenConnection();
        Prepare(db);
        return db;
    }

    private async Task Commit(Db db, List<Work> group)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using var transaction = connection.BeginTransaction(deferred: false);
        await db.Database.UseTransactionAsync(transaction);
        var rings = new HashSet<string>();
        foreach (var work in group)
        {
            if (work.Abandoned)
                continue;
            transaction.Save("work");
            try
            {
                await work.Run(db);
                transaction.Release("work");
                rings.UnionWith(db.TakeRings());
            }
            catch (Exception failed) when (!IsBroken(failed))
            {
                transaction.Rollback("work");
                transaction.Release("work");
                work.Fail(failed);
                db.TakeRings();
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }

        transaction.Commit();
        await db.Database.UseTransactionAsync(null);
        foreach (var work in group)
            work.Done();
        Ring(rings);
    }

    // After these SQLite may have rolled the whole transaction back by itself: FULL, IOERR, NOMEM, CORRUPT, NOTADB, READONLY, CANTOPEN.
    private static bool IsBroken(Exception failed) =>
        failed.Of<SqliteException>()?.SqliteErrorCode is 13 or 10 or 7 or 11 or 26 or 8 or 14;

    private abstract class Work
    {
        public abstract bool Abandoned { get; }

        public abstract Task Run(Db db);

        public abstract void Done();

        public abstract void Fail(Exception why);
    }

    private sealed class Work<T>(Func<Db, Task<T>> act, CancellationToken ct) : Work
    {
        private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;
        private bool ran;

        public Task<T> Answer => answer.Task;

        // A caller that has gone before its turn is not served; from the moment the work runs it is finished.
        public override bool Abandoned => ct.IsCancellationRequested && answer.TrySetCanceled(ct);

        public override async Task Run(Db db)
        {
            result = await act(db);
            ran = true;
        }

        public override void Done()
        {
            if (ran)
                answer.TrySetResult(result!); // ran: act's own answer
        }

        public override void Fail(Exception why) => answer.TrySetException(why);
    }
}
