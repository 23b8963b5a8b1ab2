using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Articles.Keeping;

/// <param name="ReadBy">The second person, if it was read by one.</param>
/// <param name="Restores">The version that was gone back to, if it was that.</param>
public sealed record ArticleVersionView(int Version, Bilingual Title, Bilingual Text, bool Public, string? Product, string By, string? ReadBy, DateTimeOffset At, int? Restores)
{
    public static ArticleVersionView Of(ArticleVersion v) => new(v.Number, new(v.TitleJa, v.TitleEn), new(v.TextJa, v.TextEn), v.IsPublic, v.Product, v.ByName, v.ReadBy, v.At, v.Restores);
}

public static class KeepingMapping
{
    extension(Db db)
    {
        /// <summary>The newest first; empty when there is no such article.</summary>
        public async Task<IReadOnlyList<ArticleVersion>> ArticleHistory(string slug, CancellationToken ct) =>
            await db.Articles.Where(a => a.Slug == slug).Join(db.ArticleVersions, a => a.Id, v => v.ArticleId, (a, v) => v).OrderByDescending(v => v.Number).ToListAsync(ct);

        /// <summary>"Still true": read again, and nothing had to be changed.</summary>
        public async Task<Article?> ConfirmArticle(string slug, CurrentAgent agent, DateTimeOffset now) => await db.Changed(slug, a => a.Confirm(agent.Name, now));

        /// <summary>From now on the agent looks after it.</summary>
        public async Task<Article?> KeepArticle(string slug, CurrentAgent agent) => await db.Changed(slug, a => a.KeepBy(agent.Id, agent.Name));

        /// <summary>An old version again: that is a new one, too.</summary>
        public async Task<Result<Article, ArticleRefusal>> RestoreArticle(string slug, int number, CurrentAgent agent, DateTimeOffset now)
        {
            if (!agent.SeesAll)
                return ArticleRefusal.ForSupervisors;
            if ((await db.ArticleHistory(slug, CancellationToken.None)).FirstOrDefault(v => v.Number == number) is not { } old)
                return ArticleRefusal.Unknown;
            return await db.Say(slug, old.Words, new(agent.Name, Restores: number), now);
        }

        private async Task<Article?> Changed(string slug, Action<Article> change)
        {
            var id = await db.Articles.Where(a => a.Slug == slug).Select(a => a.Id).SingleOrDefaultAsync(CancellationToken.None);
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } article)
                return null;
            change(article);
            await db.SaveChangesAsync(CancellationToken.None);
            return article;
        }
    }
}
