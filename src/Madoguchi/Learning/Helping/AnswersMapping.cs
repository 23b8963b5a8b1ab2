using Madoguchi.Articles;
using Madoguchi.Learning.Missing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Learning.Helping;

public static class AnswersMapping
{
    private const int MostRead = 5;

    extension(Db db)
    {
        public DbSet<ArticleAnswer> ArticleAnswers => db.Set<ArticleAnswer>();

        /// <summary>"Did this help?" The same page may say otherwise; it counts once.</summary>
        /// <param name="view">As it was sealed in the page.</param>
        public async Task Answer(ReadingSeal view, bool helped, string? searched, DateTimeOffset now)
        {
            var said = helped ? Helped.Yes : Helped.No;
            var answer = await db.ArticleAnswers.AsTracking().SingleOrDefaultAsync(a => a.View == view.View, CancellationToken.None);
            if (answer is null)
                db.ArticleAnswers.Add(new() { View = view.View, ArticleId = view.ArticleId, Said = said, At = now });
            else if (answer.Said == said)
                return;
            else
                (answer.Said, answer.At) = (said, now);
            await db.SaveChangesAsync(CancellationToken.None);
            if (!helped && searched is not null)
                await db.CountSearch(searched, null, Came.InVain, now);
        }

        /// <summary>What somebody read and searched before they wrote to us: said once, for whoever answers; and counted, for whoever writes articles.</summary>
        public async Task<IReadOnlyList<string>> ReadInVain(string? searched, IReadOnlyList<string> slugs, Tongue t, DateTimeOffset now)
        {
            var read = slugs.Take(MostRead).ToList();
            var articles = await db.Articles.Where(a => a.IsPublic && read.Contains(a.Slug)).ToListAsync(CancellationToken.None);
            foreach (var article in articles)
                db.ArticleAnswers.Add(new() { View = Id<ArticleAnswer>.New().Value, ArticleId = article.Id, Said = Helped.Wrote, At = now });
            await db.SaveChangesAsync(CancellationToken.None);
            if (searched is not null)
                await db.CountSearch(searched, null, Came.InVain, now);
            return [.. articles.OrderBy(a => read.IndexOf(a.Slug)).Select(a => a.Title.In(t))];
        }

        /// <summary>What readers said of each article since somebody last looked at it.</summary>
        public async Task<IReadOnlyDictionary<Id<Article>, Answered>> AnswersSinceConfirmed(CancellationToken ct) =>
            (await db.ArticleAnswers.Join(db.Articles, r => r.ArticleId, a => a.Id, (r, a) => new { r.ArticleId, r.Said, r.At, Since = a.ConfirmedAt ?? a.ChangedAt }).Where(r => r.At >= r.Since)
                .GroupBy(r => new { r.ArticleId, r.Said }).Select(g => new { g.Key.ArticleId, g.Key.Said, Times = g.Count() }).ToListAsync(ct))
                .GroupBy(r => r.ArticleId).ToDictionary(g => g.Key, g => new Answered(
                    g.Where(r => r.Said is Helped.Yes).Sum(r => r.Times), g.Where(r => r.Said is Helped.No).Sum(r => r.Times), g.Where(r => r.Said is Helped.Wrote).Sum(r => r.Times)));
    }

    private sealed class Mapping : IEntityTypeConfiguration<ArticleAnswer>
    {
        public void Configure(EntityTypeBuilder<ArticleAnswer> builder)
        {
            builder.ToTable("article_answers").HasKey(a => a.View);
            builder.Property(a => a.View).ValueGeneratedNever();
            builder.HasIndex(a => new { a.ArticleId, a.At });
        }
    }
}
