using Madoguchi.Articles;
using Madoguchi.Learning.Helping;
using Madoguchi.Search;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Learning.Staling;

public sealed record StaleArticle(Article Article, IReadOnlyList<StaleReason> Why);

public static class StalingMapping
{
    extension(Db db)
    {
        /// <summary>Articles to be looked at again, those with the most reasons and the longest unconfirmed first.</summary>
        public async Task<IReadOnlyList<StaleArticle>> StaleArticles(DateTimeOffset now, CancellationToken ct)
        {
            var (after, answers, repaired) = (db.GetService<StaleAfter>(), await db.AnswersSinceConfirmed(ct), await db.FixedErrors(ct));
            var before = now - TimeSpan.FromDays(after.Days);
            var ids = answers.Keys.ToList();
            // Public articles are folded already: of thousands, only those that name what was fixed are read.
            if (repaired.Count > 0)
                ids.AddRange((await db.HelpIndex(ct)).Items.Where(i => repaired.Any(r => Staleness.IsNamed(Folded.Of(r.ErrorText).Text, i.FoldedText))).Select(i => i.Id));
            var wanted = db.Articles.Where(a => (a.ConfirmedAt ?? a.ChangedAt) <= before || ids.Contains(a.Id) || (repaired.Count > 0 && !a.IsPublic));
            return
            [
                .. (await wanted.AsNoTracking().ToListAsync(ct)).Select(a => new StaleArticle(a, Staleness.Of(a, answers.GetValueOrDefault(a.Id) ?? Answered.Nothing, repaired, after, now))).Where(a => a.Why.Count > 0)
                    .OrderByDescending(a => a.Why.Count).ThenBy(a => a.Article.TrueSince).ThenBy(a => a.Article.Slug, StringComparer.Ordinal),
            ];
        }

        public async Task<IReadOnlyList<StaleReason>> WhyStale(Article article, DateTimeOffset now, CancellationToken ct) =>
            Staleness.Of(article, (await db.AnswersSinceConfirmed(ct)).GetValueOrDefault(article.Id) ?? Answered.Nothing, await db.FixedErrors(ct), db.GetService<StaleAfter>(), now);

        private async Task<IReadOnlyList<FixedSince>> FixedErrors(CancellationToken ct) =>
            [.. (await db.Voices.AsNoTracking().Where(v => v.State == VoiceState.Fixed && v.ErrorText != null && v.DecidedAt != null).ToListAsync(ct)).Select(v => new FixedSince(v.ErrorText!, v.Version, v.DecidedAt!.Value))]; // asked for: not null
    }
}
