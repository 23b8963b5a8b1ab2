using Madoguchi.Articles;
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
            if (shelf.Standing(mark) is { } standing)
                return standing;

            var known = shelf.Known.ToDictionary(i => (i.Id, i.ChangedAt));
            var now = await there.OrderBy(a => a.Slug).Select(a => new { a.Id, a.ChangedAt }).ToListAsync(ct);
            var since = known.Count == 0 ? null : (DateTimeOffset?)known.Keys.Max(k => k.ChangedAt);
            var fresh = (await (since is { } last ? there.Where(a => a.ChangedAt >= last) : there).ToListAsync(ct)).ToDictionary(a => (a.Id, a.ChangedAt));
            var items = new List<HelpItem>(now.Count);
            foreach (var at in now.Select(a => (a.Id, a.ChangedAt)))
            {
                if (known.TryGetValue(at, out var kept))
                    items.Add(kept);
                else if (fresh.TryGetValue(at, out var article) || (article = await there.SingleOrDefaultAsync(a => a.Id == at.Id, ct)) is not null)
                    items.Add(HelpItem.Of(article));
            }

            return shelf.Keep(mark, items);
        }

        /// <summary>What may help somebody who is about to write to us. Never in their way: the best few, or nothing.</summary>
        public async Task<Suggested> Suggest(string story, Tongue t, CancellationToken ct)
        {
            if (string.IsNullOrWhiteSpace(story) || !PlainText.IsStorable(story))
                return Suggested.Nothing;
            return new((await db.HelpIndex(ct)).Like(story, t, Few), [.. (await db.GuidesFor(story, null, ct)).Take(Few - 1)]);
        }

        public Task<bool> HasHelp(CancellationToken ct) => db.Articles.AnyAsync(a => a.IsPublic, ct);

        /// <summary>An article as anybody may read it.</summary>
        public Task<Article?> PublicArticle(string slug, CancellationToken ct) => db.Articles.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug && a.IsPublic, ct);
    }
}
