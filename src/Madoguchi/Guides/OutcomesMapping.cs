using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Guides;

public static class OutcomesMapping
{
    extension(Db db)
    {
        public DbSet<WayOutcome> WayOutcomes => db.Set<WayOutcome>();

        /// <summary>What a walk found out about a way: the first answer counts, a repeat changes nothing. The caller holds the walk, and saves.</summary>
        /// <returns>Whether something was learned.</returns>
        public async Task<bool> Learn(Guid walkId, Id<Guide> guide, string way, bool solved, DateTimeOffset now)
        {
            if (await db.WayOutcomes.AnyAsync(o => o.WalkId == walkId && o.Way == way, CancellationToken.None))
                return false;
            db.WayOutcomes.Add(new() { WalkId = walkId, Way = way, GuideId = guide, Solved = solved, At = now });
            return true;
        }

        /// <summary>By the ways' slugs.</summary>
        public async Task<IReadOnlyDictionary<string, Tried>> Outcomes(Id<Guide> guide, CancellationToken ct) =>
            await db.WayOutcomes.Where(o => o.GuideId == guide).GroupBy(o => o.Way).Select(g => new { g.Key, Times = g.Count(), Worked = g.Count(o => o.Solved) })
                .ToDictionaryAsync(g => g.Key, g => new Tried(g.Times, g.Worked), ct);

        /// <summary>The ways of a guide in today's order.</summary>
        public async Task<IReadOnlyList<RankedWay>> BestOrder(GuideRevision guide, DateTimeOffset now, CancellationToken ct) =>
            Guides.BestOrder.Rank(guide.Content.Ways, await db.Outcomes(guide.Guide.Id, ct), DateOnly.FromDateTime(now.UtcDateTime), guide.Guide.Slug);
    }

    private sealed class Mapping : IEntityTypeConfiguration<WayOutcome>
    {
        public void Configure(EntityTypeBuilder<WayOutcome> builder)
        {
            builder.ToTable("way_outcomes").HasKey(o => new { o.WalkId, o.Way });
            builder.HasIndex(o => new { o.GuideId, o.Way });
        }
    }
}
