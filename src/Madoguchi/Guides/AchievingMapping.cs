using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Guides;

/// <param name="Walks">That tell how it went.</param>
/// <param name="Solved">Walks in which some way helped.</param>
public sealed record GuideLine(string Slug, Bilingual Title, int Version, DateTimeOffset ChangedAt, string ChangedBy, int Walks, int Solved, bool Retired);

public sealed record GuideList(IReadOnlyList<GuideLine> Guides);

public static class AchievingMapping
{
    extension(Db db)
    {
        /// <summary>Every guide, with what it has achieved; those laid aside last.</summary>
        public async Task<IReadOnlyList<GuideLine>> AllGuides(CancellationToken ct)
        {
            var outcomes = await db.WayOutcomes.GroupBy(o => o.GuideId).Select(g => new { g.Key, Walks = g.Select(o => o.WalkId).Distinct().Count(), Solved = g.Where(o => o.Solved).Select(o => o.WalkId).Distinct().Count() })
                .ToDictionaryAsync(o => o.Key, ct);
            var guides = await db.Guides.Join(db.GuideVersions, g => new { g.Id, g.Version }, v => new { Id = v.GuideId, Version = v.Number }, (g, v) => new { Guide = g, v.ByName }).ToListAsync(ct);
            return [.. guides.OrderBy(g => g.Guide.RetiredAt is not null).ThenBy(g => g.Guide.Slug, StringComparer.Ordinal).Select(g =>
                new GuideLine(g.Guide.Slug, g.Guide.Title, g.Guide.Version, g.Guide.ChangedAt, g.ByName, outcomes.GetValueOrDefault(g.Guide.Id)?.Walks ?? 0, outcomes.GetValueOrDefault(g.Guide.Id)?.Solved ?? 0, g.Guide.RetiredAt is not null))];
        }
    }
}
