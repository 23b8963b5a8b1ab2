using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Cases.Tagging;

public static class TagsMapping
{
    private const int Suggested = 30;

    extension(Db db)
    {
        /// <param name="seen">The entry that the agent had seen last: only another tagging after it is in the way.</param>
        public async Task<Result<TagsNow, ChangeRefusal>> Tag(Id<Case> id, Caller caller, IReadOnlyList<string> words, int? seen, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return ChangeRefusal.Unknown;
            if (await db.ChangedSince(id, seen, typeof(Tagged)))
                return ChangeRefusal.ChangedSince;
            await db.Entry(theCase).Collection(c => c.Tags).LoadAsync(CancellationToken.None);
            if (theCase.Tag(words, agent).Refused(out _, out var happened))
                return ChangeRefusal.WithAnotherDesk;

            foreach (var one in happened)
                db.Record(theCase, caller.By(one), one, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new TagsNow([.. theCase.Tags.Select(t => t.Word)], theCase.LastEntry);
        }

        public Task<List<KnownTag>> KnownTags(string? words, CurrentAgent agent, CancellationToken ct)
        {
            var (visible, folded) = (db.Cases.AsNoTracking().VisibleTo(agent, db), Folding.Fold(words ?? ""));
            return db.Set<CaseTag>().AsNoTracking().Where(t => (folded == "" || t.Folded.Contains(folded)) && visible.Any(c => c.Id == t.CaseId))
                .GroupBy(t => t.Folded).Select(g => new { Word = g.Min(t => t.Word), Cases = g.Count() })
                .OrderByDescending(t => t.Cases).ThenBy(t => t.Word).Take(Suggested).Select(t => new KnownTag(t.Word!, t.Cases)).ToListAsync(ct); // a group has one at least
        }
    }

    private sealed class Mapping : IEntityTypeConfiguration<CaseTag>
    {
        public void Configure(EntityTypeBuilder<CaseTag> builder)
        {
            builder.ToTable("case_tags").HasKey(t => new { t.CaseId, t.Folded });
            builder.HasIndex(t => t.Folded);
        }
    }
}
