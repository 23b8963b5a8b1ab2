using Madoguchi.Cases.Timeline;
using Madoguchi.Storage;

namespace Madoguchi.Search;

/// <summary>Learns every new entry, in the transaction that takes it off the list.</summary>
public sealed class SearchFollower : EntryWork
{
    public override Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now) => db.Learn(entries);
}
