using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Storage;

/// <summary>The one door for writes (DESIGN §4). Find, decide and save happen inside a work, on rows loaded under lock. A work touches
/// only the database it is given, may run twice, and waits for nothing else: no network, no files, no password hashing.
/// When <see cref="Write{T}"/> returns, the work is durable; when it throws, nothing of it happened.</summary>
public abstract class Writes(Signals signals)
{
    public abstract Task<T> Write<T>(Func<Db, Task<T>> work, CancellationToken ct);

    public Task Write(Func<Db, Task> work, CancellationToken ct) =>
        Write(async db =>
        {
            await work(db);
            return true;
        }, ct);

    /// <summary>The database cannot take writes now; nothing happened and the same call may be repeated.</summary>
    public sealed class ClosedException(string message, Exception? inner = null) : Exception(message, inner);

    /// <summary>What was read before its lock has changed under it: the work runs again whole. On SQLite it cannot happen.</summary>
    public sealed class LostRaceException(string message) : Exception(message);

    protected void Ring(IReadOnlyCollection<string> topics)
    {
        foreach (var topic in topics)
            signals.Send(new Signal(topic, Signal.Look));
    }

    protected static void Prepare(Db db)
    {
        db.TakeRings();
        db.Database.AutoSavepointsEnabled = false;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
    }
}
