using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Guides.Walking;

/// <summary>A walk with its case and the words it goes on with.</summary>
public sealed record Underway(Walk Walk, Case Case, GuideRevision Guide);

public static class WalksMapping
{
    extension(Db db)
    {
        public DbSet<Walk> Walks => db.Set<Walk>();

        public DbSet<WalkAnswer> WalkAnswers => db.Set<WalkAnswer>();

        /// <summary>The walk, if this caller may see its case; the case is locked, and with it the walk.</summary>
        public async Task<Underway?> FindWalk(Id<Walk> id, Caller caller, DateTimeOffset now)
        {
            if (await db.Walks.AsNoTracking().Where(w => w.Id == id).Select(w => new { w.CaseId }).SingleOrDefaultAsync(CancellationToken.None) is not { } known
                || await db.Find(known.CaseId, caller, now) is not { } theCase)
                return null;
            var walk = await db.Walks.AsTracking().SingleAsync(w => w.Id == id, CancellationToken.None);
            return new(walk, theCase, await db.GuideOf(walk, CancellationToken.None));
        }

        /// <summary>A walk to look at, for whoever may see its case.</summary>
        public async Task<Underway?> ReadWalk(Id<Walk> id, Caller caller, DateTimeOffset now, CancellationToken ct)
        {
            if (await db.Walks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, ct) is not { } walk)
                return null;
            var at = walk.CaseId;
            return await db.Cases.AsNoTracking().VisibleTo(caller, db, now).SingleOrDefaultAsync(c => c.Id == at, ct) is { } theCase ? new(walk, theCase, await db.GuideOf(walk, ct)) : null;
        }

        /// <summary>The walk that this case is on now.</summary>
        public async Task<Underway?> WalkOf(Case theCase, CancellationToken ct)
        {
            var id = theCase.Id;
            return await db.Walks.AsNoTracking().Where(w => w.CaseId == id && w.EndedAt == null).FirstOrDefaultAsync(ct) is { } walk ? new(walk, theCase, await db.GuideOf(walk, ct)) : null;
        }

        // A version is never taken away: what began with it can go on with it.
        private async Task<GuideRevision> GuideOf(Walk walk, CancellationToken ct) =>
            await db.Guide(walk.GuideId, walk.Version, ct) ?? throw new InvalidOperationException($"Version {walk.Version} of guide {walk.GuideId} is gone.");
    }

    private sealed class WalkMapping : IEntityTypeConfiguration<Walk>
    {
        public void Configure(EntityTypeBuilder<Walk> builder)
        {
            builder.ToTable("walks").HasKey(w => w.Id);
            builder.Property(w => w.Id).ValueGeneratedNever();
            // One case walks one guide at a time: the case row's lock decides, the index makes sure.
            builder.HasIndex(w => w.CaseId).IsUnique().HasFilter("\"EndedAt\" is null").HasDatabaseName("IX_walks_now");
            builder.HasIndex(w => new { w.CaseId, w.StartedAt });
        }
    }

    private sealed class AnswerMapping : IEntityTypeConfiguration<WalkAnswer>
    {
        public void Configure(EntityTypeBuilder<WalkAnswer> builder)
        {
            builder.ToTable("walk_answers").HasKey(a => new { a.WalkId, a.Number });
            builder.HasIndex(a => new { a.GuideId, a.Answer });
        }
    }
}
