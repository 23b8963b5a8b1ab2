using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Articles;

public enum ArticleRefusal { ChangedMeanwhile, ForSupervisors, Unknown }

/// <param name="Read">The second person, if it was read by one.</param>
/// <param name="Restores">The version that is gone back to.</param>
public sealed record Hands(string By, string? Read = null, int? Restores = null);

public static class ArticlesMapping
{
    /// <summary>The most that one list shows.</summary>
    public const int Most = 200;

    extension(Db db)
    {
        public DbSet<Article> Articles => db.Set<Article>();

        public DbSet<ArticleVersion> ArticleVersions => db.Set<ArticleVersion>();

        /// <summary>The last changed first; with words, those in which every one of them stands.</summary>
        public async Task<IReadOnlyList<Article>> ArticlesWith(string? words, CancellationToken ct)
        {
            var (wanted, newest) = (Found.Words(words), db.Articles.AsNoTracking().OrderByDescending(a => a.ChangedAt).ThenBy(a => a.Slug));
            var all = await (wanted.Count == 0 ? newest.Take(Most) : newest).ToListAsync(ct);
            return [.. all.Where(a => Found.Has(a, wanted)).Take(Most)];
        }

        public Task<Article?> Article(string slug, CancellationToken ct) => db.Articles.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, ct);

        /// <summary>Sets an article, the whole of it; the first time makes it.</summary>
        /// <param name="expected">The version that the writer saw, if they care.</param>
        public async Task<Result<Article, ArticleRefusal>> SayArticle(string slug, ArticleWords words, CurrentAgent agent, string? expected, DateTimeOffset now)
        {
            if (!agent.SeesAll)
                return ArticleRefusal.ForSupervisors;
            var id = await db.Articles.Where(a => a.Slug == slug).Select(a => a.Id).SingleOrDefaultAsync(CancellationToken.None);
            var article = await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None);
            if (expected is not null && expected != (article is null ? "" : ArticleView.Of(article).Version))
                return ArticleRefusal.ChangedMeanwhile;
            article = await db.Say(slug, words, new(agent.Name), now);
            if (article.Version == 1)
                article.KeepBy(agent.Id, agent.Name);
            await db.SaveChangesAsync(CancellationToken.None);
            return article;
        }

        /// <summary>The words are everybody's from here on, and a version of their own; the caller decided that they may be. The same words again say: still true.</summary>
        internal async Task<Article> Say(string slug, ArticleWords words, Hands hands, DateTimeOffset now)
        {
            var id = await db.Articles.Where(a => a.Slug == slug).Select(a => a.Id).SingleOrDefaultAsync(CancellationToken.None);
            var article = await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None);
            if (article is null)
                db.Articles.Add(article = new() { Id = Id<Article>.New(), Slug = slug, ChangedAt = now, ChangedBy = hands.By });
            if (article.Say(words))
            {
                (article.ChangedAt, article.ChangedBy) = (now, hands.By);
                db.ArticleVersions.Add(new()
                {
                    ArticleId = article.Id, Number = article.Version, TitleJa = article.TitleJa, TitleEn = article.TitleEn, TextJa = article.TextJa, TextEn = article.TextEn, IsPublic = article.IsPublic, Product = article.Product,
                    ByName = hands.By, ReadBy = hands.Read, At = now, Restores = hands.Restores,
                });
            }

            article.Confirm(hands.Read ?? hands.By, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return article;
        }
    }

    private sealed class ArticleMapping : IEntityTypeConfiguration<Article>
    {
        public void Configure(EntityTypeBuilder<Article> builder)
        {
            builder.ToTable("articles").HasKey(a => a.Id);
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.HasIndex(a => a.Slug).IsUnique();
            builder.HasIndex(a => new { a.IsPublic, a.ChangedAt });
            builder.Ignore(a => a.Title).Ignore(a => a.Text).Ignore(a => a.Words).Ignore(a => a.TrueSince);
            // The column joined a table with rows: an article that was there already is its own first version.
            builder.Property(a => a.IsPublic).HasDefaultValue(false).ValueGeneratedNever();
            builder.Property(a => a.Version).HasDefaultValue(1).ValueGeneratedNever();
        }
    }

    private sealed class VersionMapping : IEntityTypeConfiguration<ArticleVersion>
    {
        public void Configure(EntityTypeBuilder<ArticleVersion> builder)
        {
            builder.ToTable("article_versions").HasKey(v => new { v.ArticleId, v.Number });
            builder.Ignore(v => v.Words);
        }
    }
}
