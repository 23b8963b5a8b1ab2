using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Articles;

public enum ArticleRefusal { ChangedMeanwhile, ForSupervisors }

public static class ArticlesMapping
{
    /// <summary>The most that one list shows.</summary>
    public const int Most = 200;

    extension(Db db)
    {
        public DbSet<Article> Articles => db.Set<Article>();

        /// <summary>The last changed first; with words, those in which every one of them stands.</summary>
        public async Task<IReadOnlyList<Article>> ArticlesWith(string? words, CancellationToken ct)
        {
            var all = await db.Articles.AsNoTracking().OrderByDescending(a => a.ChangedAt).ThenBy(a => a.Slug).ToListAsync(ct);
            var wanted = Found.Words(words);
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
            if (article is null)
                db.Articles.Add(article = new() { Id = Id<Article>.New(), Slug = slug, ChangedAt = now, ChangedBy = agent.Name });
            article.Say(words);
            (article.ChangedAt, article.ChangedBy) = (now, agent.Name);
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
            builder.Ignore(a => a.Title).Ignore(a => a.Text);
        }
    }
}
