using Madoguchi.Cases;
using Madoguchi.Guides;
using Madoguchi.Guides.Finding;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Walking;

/// <param name="Fits">By which of its signs it fits the case; none when it is only one of all.</param>
public sealed record OfferedGuide(GuideRevision Guide, IReadOnlyList<string> Fits, IReadOnlyList<RankedWay> Ways);

public static class OfferingMapping
{
    private const int Most = 12;

    extension(Db db)
    {
        /// <summary>The guides that fit a case, the best first, and then the others.</summary>
        public async Task<IReadOnlyList<OfferedGuide>> OfferedGuides(Case theCase, DateTimeOffset now, CancellationToken ct)
        {
            var fitting = await db.GuidesFor(theCase, ct);
            var known = fitting.Select(f => f.Slug).ToList();
            var others = await db.Guides.AsNoTracking().Where(g => g.RetiredAt == null && !known.Contains(g.Slug)).OrderBy(g => g.Slug).Select(g => g.Slug).Take(Most).ToListAsync(ct);
            var offered = new List<OfferedGuide>();
            foreach (var (slug, fits) in fitting.Select(f => (f.Slug, f.Fits)).Concat(others.Select(o => (o, (IReadOnlyList<string>)[]))).Take(Most))
            {
                if (await db.Guide(slug, ct) is { } guide)
                    offered.Add(new(guide, fits, await db.BestOrder(guide, now, ct)));
            }

            return offered;
        }
    }
}
