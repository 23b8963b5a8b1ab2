using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Articles.Reviewing;

public static class DraftsMapping
{
    private const int Most = 200;

    extension(Db db)
    {
        public DbSet<ArticleDraft> ArticleDrafts => db.Set<ArticleDraft>();

        /// <summary>What waits to be read first, the longest first; then what is being written.</summary>
        public async Task<IReadOnlyList<ArticleDraft>> AllDrafts(CancellationToken ct) =>
            await db.ArticleDrafts.AsNoTracking().OrderBy(d => d.AskedAt == null).ThenBy(d => d.AskedAt).ThenByDescending(d => d.ChangedAt).Take(Most).ToListAsync(ct);

        public Task<ArticleDraft?> Draft(string slug, CancellationToken ct) => db.ArticleDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, ct);

        /// <param name="expected">The version that the writer saw, if they care; empty: that there was none.</param>
        /// <param name="asks">It is to be read by a second person now.</param>
        public async Task<Result<ArticleDraft, DraftRefusal>> WriteDraft(string slug, ArticleWords words, CurrentAgent agent, string? expected, bool asks, Guid? from, DateTimeOffset now)
        {
            var draft = await db.LockDraft(slug);
            if (expected is not null && expected != (draft is null ? "" : DraftView.Of(draft).Version))
                return DraftRefusal.ChangedMeanwhile;
            if (draft is null)
                db.ArticleDrafts.Add(draft = new() { Id = Id<ArticleDraft>.New(), Slug = slug, CaseId = from });
            draft.Write(words, agent, now);
            if (asks)
                draft.Ask(now);
            await db.SaveChangesAsync(CancellationToken.None);
            return draft;
        }

        public async Task<Result<ArticleDraft, DraftRefusal>> AskForReview(string slug, DateTimeOffset now)
        {
            if (await db.LockDraft(slug) is not { } draft)
                return DraftRefusal.Unknown;
            draft.Ask(now);
            await db.SaveChangesAsync(CancellationToken.None);
            return draft;
        }

        public async Task<Result<Article, DraftRefusal>> Publish(string slug, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.LockDraft(slug) is not { } draft)
                return DraftRefusal.Unknown;
            if (draft.MayBePublishedBy(agent).Refused(out var why, out _))
                return why;
            var article = await db.Say(slug, draft.Words, new(draft.ByName, draft.ById == agent.Id ? null : agent.Name), now);
            if (article.KeeperId is null && article.Version == 1)
                article.KeepBy(draft.ById, draft.ByName);
            db.ArticleDrafts.Remove(draft);
            await db.SaveChangesAsync(CancellationToken.None);
            return article;
        }

        public async Task<Result<ArticleDraft, DraftRefusal>> ReturnDraft(string slug, string reason, CurrentAgent agent)
        {
            if (await db.LockDraft(slug) is not { } draft)
                return DraftRefusal.Unknown;
            if (draft.Return(reason, agent).Refused(out var why, out _))
                return why;
            await db.SaveChangesAsync(CancellationToken.None);
            return draft;
        }

        /// <summary>Thrown away, by its writer or a supervisor.</summary>
        public async Task<Result<bool, DraftRefusal>> DropDraft(string slug, CurrentAgent agent)
        {
            if (await db.LockDraft(slug) is not { } draft)
                return DraftRefusal.Unknown;
            if (draft.ById != agent.Id && !agent.SeesAll)
                return DraftRefusal.OwnDraft;
            db.ArticleDrafts.Remove(draft);
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }

        private async Task<ArticleDraft?> LockDraft(string slug)
        {
            var id = await db.ArticleDrafts.Where(d => d.Slug == slug).Select(d => d.Id).SingleOrDefaultAsync(CancellationToken.None);
            return await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None);
        }
    }

    private sealed class Mapping : IEntityTypeConfiguration<ArticleDraft>
    {
        public void Configure(EntityTypeBuilder<ArticleDraft> builder)
        {
            builder.ToTable("article_drafts").HasKey(d => d.Id);
            builder.Property(d => d.Id).ValueGeneratedNever();
            builder.HasIndex(d => d.Slug).IsUnique();
            builder.Ignore(d => d.Title).Ignore(d => d.Text).Ignore(d => d.Words);
        }
    }
}
