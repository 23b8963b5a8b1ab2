using Madoguchi.Cases.Timeline;
using Madoguchi.Storage;

namespace Madoguchi.Notices;

/// <summary>What was laid aside and has come back by itself rings for whoever laid it aside.</summary>
public sealed class WakingFollower : EntryWork
{
    public const string Kind = "woke";

    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        foreach (var entry in entries.Where(e => e.Kind == Happening.KindOf(typeof(Woke))))
        {
            if (entry.What is Woke { Because: Woke.OfTime, Agent: { } agent })
                await db.Notice(entry, new(agent), Kind, now);
        }
    }
}
