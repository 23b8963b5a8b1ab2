using Madoguchi.Cases.Anonymizing;
using Madoguchi.Cases.Listening;
using Madoguchi.Guides;
using Madoguchi.Guides.Walking;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Voices.Stuck;

public static class StuckMapping
{
    private const int Most = 50;
    private const int MostWords = 8;
    private const int MostWays = 20;

    extension(Db db)
    {
        public async Task<StuckReport> WhereStuck(int days, DateTimeOffset now, CancellationToken ct)
        {
            var (since, before) = (now.AddDays(-days), now.AddDays(-2 * days));
            var ways = await db.StuckWays(since, before, ct);
            var steps = ways.SelectMany(w => w.Steps).Where(s => s.Stuck > 0).OrderByDescending(s => s.Stuck).ThenByDescending(s => (double)s.Stuck / s.Answers).Take(Most).ToList();
            return new(days, steps, [.. ways.OrderByDescending(w => w.Stuck).Take(MostWays)], await db.StuckErrors(since, before, ct), await db.StuckQuotes(since, ct));
        }

        private async Task<IReadOnlyList<StuckWay>> StuckWays(DateTimeOffset since, DateTimeOffset before, CancellationToken ct)
        {
            var counts = await db.WalkAnswers.AsNoTracking().Where(a => a.At >= since).GroupBy(a => new { a.GuideId, a.Way, a.Step })
                .Select(g => new { g.Key.GuideId, g.Key.Way, g.Key.Step, Answers = g.Count(), Unclear = g.Count(a => a.Answer == StepAnswer.Unclear), Failed = g.Count(a => a.Answer == StepAnswer.Failed), Version = g.Max(a => a.Version) }).ToListAsync(ct);
            var then = (await db.WalkAnswers.AsNoTracking().Where(a => a.At >= before && a.At < since && a.Answer != StepAnswer.Done).GroupBy(a => new { a.GuideId, a.Way, a.Step }).Select(g => new { g.Key.GuideId, g.Key.Way, g.Key.Step, Count = g.Count() }).ToListAsync(ct))
                .ToDictionary(g => (g.GuideId, g.Way, g.Step), g => g.Count);
            var ids = counts.Select(c => c.GuideId).Distinct().ToList();
            var guides = await db.Guides.AsNoTracking().Where(g => ids.Contains(g.Id)).ToDictionaryAsync(g => g.Id, ct);
            var said = (await db.WalkAnswers.AsNoTracking().Where(a => a.At >= since && ids.Contains(a.GuideId) && a.Words != null).OrderByDescending(a => a.At).Select(a => new { a.GuideId, a.Way, a.Step, a.Words }).ToListAsync(ct)).ToLookup(a => (a.GuideId, a.Way, a.Step), a => a.Words!); // filtered: not null
            var (ways, calm) = (new List<StuckWay>(), db.GetService<Listeners>());
            foreach (var trodden in counts.GroupBy(c => (c.GuideId, c.Way)).Where(g => g.Any(c => c.Unclear + c.Failed > 0)))
            {
                var guide = guides[trodden.Key.GuideId];
                if ((await db.Guide(guide.Id, trodden.Max(c => c.Version), ct))?.Content.Way(trodden.Key.Way) is not { } way)
                    continue;
                // Answers to a step that stands there no more are of an older text.
                var steps = trodden.Where(c => c.Step < way.Steps.Count).OrderBy(c => c.Step).Select(c => new StuckStep(guide.Slug, guide.Title, c.Way, way.Title, c.Step, Plain(way.Steps[c.Step].Text), c.Unclear, c.Failed, c.Answers,
                    [.. said[(c.GuideId, c.Way, c.Step)].Take(MostWords).Select(w => Anonymous.Of(calm.Calm(w)))], then.GetValueOrDefault((c.GuideId, c.Way, c.Step)))).ToList();
                if (steps.Exists(s => s.Stuck > 0))
                    ways.Add(new(guide.Slug, guide.Title, way.Slug, way.Title, steps));
            }

            return ways;
        }

        private async Task<IReadOnlyList<StuckError>> StuckErrors(DateTimeOffset since, DateTimeOffset before, CancellationToken ct)
        {
            var errors = await db.ContactMarks.AsNoTracking().Where(m => m.At >= since && m.ErrorText != null).GroupBy(m => new { m.ErrorText, m.Product })
                .Select(g => new { g.Key.ErrorText, g.Key.Product, Contacts = g.Count(), LastAt = g.Max(m => m.At) }).OrderByDescending(g => g.Contacts).ThenBy(g => g.ErrorText).Take(Most).ToListAsync(ct);
            var texts = errors.Select(e => e.ErrorText).Distinct().ToList();
            var then = (await db.ContactMarks.AsNoTracking().Where(m => m.At >= before && m.At < since && texts.Contains(m.ErrorText)).GroupBy(m => new { m.ErrorText, m.Product }).Select(g => new { g.Key.ErrorText, g.Key.Product, Count = g.Count() }).ToListAsync(ct))
                .ToDictionary(g => (g.ErrorText, g.Product), g => g.Count);
            var voices = await db.Voices.AsNoTracking().Where(v => v.MergedIntoId == null && v.ErrorText != null).OrderByDescending(v => v.CreatedAt).ToListAsync(ct);
            return [.. errors.Select(e => new StuckError(Anonymous.Of(e.ErrorText!), e.Product, e.Contacts, e.LastAt, voices.Where(v => v.ErrorText == e.ErrorText || ErrorText.Fold(v.ErrorText) == e.ErrorText).OrderByDescending(v => v.Product == e.Product).FirstOrDefault()?.Id, then.GetValueOrDefault((e.ErrorText, e.Product))))]; // filtered: not null
        }

        // One sentence that many say is one line.
        private async Task<IReadOnlyList<StuckQuote>> StuckQuotes(DateTimeOffset since, CancellationToken ct) =>
            [.. (await db.VoiceCases.AsNoTracking().Where(c => c.SaidAt >= since && c.Quote != null && c.QuoteHiddenAt == null).Join(db.Voices.Where(v => v.MergedIntoId == null), c => c.VoiceId, v => v.Id, (c, v) => new { c, v })
                .OrderByDescending(x => x.c.Intensity).ThenByDescending(x => x.c.SaidAt).Take(Most * 10).Select(x => new StuckQuote(x.c.Quote!, x.v.Id, x.v.Title, x.v.Product, x.c.SaidAt)).ToListAsync(ct)).DistinctBy(q => q.Quote).Take(Most)]; // filtered: not null
    }

    private static Bilingual Plain(Bilingual text) => new(text.Ja is null ? null : Marked.Plain(text.Ja), text.En is null ? null : Marked.Plain(text.En));
}
