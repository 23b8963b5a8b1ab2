using System.Security.Cryptography;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Cases.Timeline;

public static class TimelineMapping
{
    extension(Db db)
    {
        /// <summary>Writes what happened beside the state that it changed, in this transaction, and rings whoever watches once it has committed.</summary>
        public Entry Record(Case theCase, By by, Happening what, DateTimeOffset now)
        {
            var entry = Entry.Append(theCase, by, what, now, RandomNumberGenerator.GetBytes(16));
            db.Set<Entry>().Add(entry);
            db.Set<FreshEntry>().Add(new FreshEntry { CaseId = entry.CaseId, Number = entry.Number, DueAt = now });
            db.RingAfterCommit(Topic.Of(theCase.Id));
            db.RingAfterCommit(Topic.Of(theCase.DeskId));
            db.RingAfterCommit(EntryFollower.Topic);
            return entry;
        }

        /// <summary>Entries after a number, oldest first. Without <paramref name="inside"/>, nothing internal leaves the database.</summary>
        public async Task<List<Entry>> EntriesAfter(Id<Case> id, int after, bool inside, int atMost, CancellationToken ct) =>
            For(inside, await db.Set<Entry>().AsNoTracking().Where(e => e.CaseId == id && e.Number > after && (inside || !e.Internal)).OrderBy(e => e.Number).Take(atMost).ToListAsync(ct));

        /// <summary>The newest entries, oldest first.</summary>
        public async Task<List<Entry>> NewestEntries(Id<Case> id, bool inside, int atMost, CancellationToken ct)
        {
            var newest = await db.Set<Entry>().AsNoTracking().Where(e => e.CaseId == id && (inside || !e.Internal))
                .OrderByDescending(e => e.Number).Take(atMost).ToListAsync(ct);
            newest.Reverse();
            return For(inside, newest);
        }

        /// <summary>The words that these entries take back, to be shown anew.</summary>
        public async Task<List<Entry>> TakenBack(Id<Case> id, IReadOnlyList<Entry> entries, bool inside, CancellationToken ct)
        {
            var numbers = entries.SelectMany(e => TakenBackBy(e.What)).ToList();
            return numbers.Count == 0 ? [] : For(inside, await db.Set<Entry>().AsNoTracking().Where(e => e.CaseId == id && numbers.Contains(e.Number)).OrderBy(e => e.Number).ToListAsync(ct));
        }
    }

    private static IReadOnlyList<int> TakenBackBy(Happening what) => what switch
    {
        MessageWithdrawn message => [message.Entry],
        ThanksWithdrawn thanks => thanks.Entries,
        CareMarked marked => [marked.Entry],
        _ => [],
    };

    private static List<Entry> For(bool inside, List<Entry> entries) => inside ? entries : [.. entries.Select(e => e.Outside)];

    private sealed class Mapping : IEntityTypeConfiguration<Entry>
    {
        public void Configure(EntityTypeBuilder<Entry> builder)
        {
            builder.ToTable("entries").HasKey(e => new { e.CaseId, e.Number });
            builder.Ignore(e => e.By);
            builder.Ignore(e => e.What);
        }
    }

    private sealed class FreshMapping : IEntityTypeConfiguration<FreshEntry>
    {
        public void Configure(EntityTypeBuilder<FreshEntry> builder)
        {
            builder.ToTable("fresh_entries").HasKey(f => new { f.CaseId, f.Number });
            builder.HasIndex(f => f.DueAt);
        }
    }
}
