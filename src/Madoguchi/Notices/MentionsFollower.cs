using Madoguchi.Cases.Timeline;
using Madoguchi.Storage;

namespace Madoguchi.Notices;

/// <summary>Whoever was called into a case by name in a note is told.</summary>
public sealed class MentionsFollower : EntryWork
{
    public const string Kind = "mentioned";

    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        foreach (var entry in entries.Where(e => e.Kind == Happening.KindOf(typeof(NoteWritten))))
        {
            foreach (var agent in entry.What is NoteWritten { Mentions: { } called } ? called : [])
                await db.Notice(entry, new(agent), Kind, now);
        }
    }
}
