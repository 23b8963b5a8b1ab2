using Madoguchi.Articles;
using Madoguchi.Guides;
using Madoguchi.Guides.Finding;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Learning.Helping;

/// <param name="Guides">What can be tried step by step.</param>
public sealed record Suggested(IReadOnlyList<HelpHit> Articles, IReadOnlyList<GuideSuggestion> Guides)
{
    public static readonly Suggested Nothing = new([], []);

    public bool IsNothing => Articles.Count == 0 && Guides.Count == 0;
}

/// <summary>Something to be tried step by step.</summary>
public sealed record HelpGuide(string Slug, Bilingual Title);

public static class HelpMapping
{
    private const int Few = 3;

    extension(Db db)
    {
        /// <summary>Every public article, as it stands now.</summary>
        public async Task<HelpIndex> HelpIndex(CancellationToken ct)
        {
            var shelf = db.GetService<Shelf>();
            var there = db.Articles.AsNoTracking().Where(a => a.IsPublic);
            var mark = new ShelfMark(await there.CountAsync(ct), await there.SumAsync(a => a.Version, ct), await there.MaxAsync(a => (DateTimeOffset?)a.ChangedAt, ct));
            return shelf.Standing(mark) ?? await shelf.Keep(mark, (known, words) => Folded(there, known, words, ct), ct);
        }

        /// <summary>What may help somebody who is about to write to us. Never in their way: the best few, or nothing.</summary>
        public async Task<Suggested> Suggest(string story, Tongue t, CancellationToken ct)
        {
            if (string.IsNullOrWhiteSpace(story) || !PlainText.IsStorable(story))
                return Suggested.Nothing;
            return new((await db.HelpIndex(ct)).Like(story, t, Few), [.. (await db.GuidesFor(story, null, ct)).Take(Few - 1)]);
        }

        /// <summary>All that can be tried step by step.</summary>
        public async Task<IReadOnlyList<HelpGuide>> HelpGuides(CancellationToken ct) =>
            [.. (await db.Guides.AsNoTracking().Where(g => g.RetiredAt == null).ToListAsync(ct)).Select(g => new HelpGuide(g.Slug, g.Title))];

        /// <summary>What of it fits these words.</summary>
        public async Task<IReadOnlyList<HelpGuide>> HelpGuides(string asked, CancellationToken ct) => [.. (await db.GuidesFor(asked, null, ct)).Take(Few).Select(g => new HelpGuide(g.Slug, g.Title))];

        public Task<bool> HasHelp(CancellationToken ct) => db.Articles.AnyAsync(a => a.IsPublic, ct);

        /// <summary>An article as anybody may read it.</summary>
        public Task<Article?> PublicArticle(string slug, CancellationToken ct) => db.Articles.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug && a.IsPublic, ct);
    }

    // What is known is kept; of the rest, what has changed since is read at once.
    private static async Task<IReadOnlyList<HelpItem>> Folded(IQueryable<Article> there, IReadOnlyList<HelpItem> items, Vocabulary words, CancellationToken ct)
    {
        var known = items.ToDictionary(i => (i.Id, i.ChangedAt));
        var now = await there.OrderBy(a => a.Slug).Select(a => new { a.Id, a.ChangedAt }).ToListAsync(ct);
        var since = known.Count == 0 ? null : (DateTimeOffset?)known.Keys.Max(k => k.ChangedAt);
        var fresh = (await (since is { } last ? there.Where(a => a.ChangedAt >= last) : there).ToListAsync(ct)).ToDictionary(a => (a.Id, a.ChangedAt));
        var folded = new List<HelpItem>(now.Count);
        foreach (var at in now.Select(a => (a.Id, a.ChangedAt)))
        {
            if (known.TryGetValue(at, out var kept))
                folded.Add(kept);
            else if (fresh.TryGetValue(at, out var article) || (article = await there.SingleOrDefaultAsync(a => a.Id == at.Id, ct)) is not null)
                folded.Add(HelpItem.Of(article, words));
        }

        return folded;
    }
}
