using Madoguchi.Cases.Anonymizing;
using Madoguchi.Guides;
using Madoguchi.Guides.Walking;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Stuck;

public static class StuckMapping
{
    private const int Most = 50;
    private const int MostWords = 8;

    extension(Db db)
    {
        public async Task<StuckReport> WhereStuck(int days, DateTimeOffset now, CancellationToken ct)
        {
            var since = now.AddDays(-days);
            return new(days, await db.StuckSteps(since, ct), await db.StuckErrors(since, ct), await db.StuckQuotes(since, ct));
        }

        private async Task<IReadOnlyList<StuckStep>> StuckSteps(DateTimeOffset since, CancellationToken ct)
        {
            var counts = await db.WalkAnswers.AsNoTracking().Where(a => a.At >= since).GroupBy(a => new { a.GuideId, a.Way, a.Step })
                .Select(g => new { g.Key.GuideId, g.Key.Way, g.Key.Step, Answers = g.Count(), Unclear = g.Count(a => a.Answer == StepAnswer.Unclear), Failed = g.Count(a => a.Answer == StepAnswer.Failed), Version = g.Max(a => a.Version) })
                .Where(g => g.Unclear + g.Failed > 0).OrderByDescending(g => g.Unclear + g.Failed).Take(Most).ToListAsync(ct);
            var ids = counts.Select(c => c.GuideId).Distinct().ToList();
            var guides = await db.Guides.AsNoTracking().Where(g => ids.Contains(g.Id)).ToDictionaryAsync(g => g.Id, ct);
            var said = (await db.WalkAnswers.AsNoTracking().Where(a => a.At >= since && ids.Contains(a.GuideId) && a.Words != null).OrderByDescending(a => a.At).Select(a => new { a.GuideId, a.Way, a.Step, a.Words }).ToListAsync(ct)).ToLookup(a => (a.GuideId, a.Way, a.Step), a => a.Words!); // filtered: not null
            var steps = new List<StuckStep>();
            foreach (var c in counts)
            {
                var guide = guides[c.GuideId];
                if ((await db.Guide(guide.Id, c.Version, ct))?.Content.Way(c.Way) is { } way && way.Steps.ElementAtOrDefault(c.Step) is { } step)
                    steps.Add(new(guide.Slug, guide.Title, c.Way, way.Title, c.Step, Plain(step.Text), c.Unclear, c.Failed, c.Answers, [.. said[(c.GuideId, c.Way, c.Step)].Take(MostWords).Select(w => Anonymous.Of(w))]));
            }

            return steps;
        }

        private async Task<IReadOnlyList<StuckError>> StuckErrors(DateTimeOffset since, CancellationToken ct)
        {
            var errors = await db.ContactMarks.AsNoTracking().Where(m => m.At >= since && m.ErrorText != null).GroupBy(m => new { m.ErrorText, m.Product })
                .Select(g => new { g.Key.ErrorText, g.Key.Product, Contacts = g.Count(), LastAt = g.Max(m => m.At) }).OrderByDescending(g => g.Contacts).ThenBy(g => g.ErrorText).Take(Most).ToListAsync(ct);
            var voices = await db.Voices.AsNoTracking().Where(v => v.MergedIntoId == null && v.ErrorText != null).OrderByDescending(v => v.CreatedAt).ToListAsync(ct);
            return [.. errors.Select(e => new StuckError(Anonymous.Of(e.ErrorText!), e.Product, e.Contacts, e.LastAt, voices.Where(v => v.ErrorText == e.ErrorText || ErrorText.Fold(v.ErrorText) == e.ErrorText).OrderByDescending(v => v.Product == e.Product).FirstOrDefault()?.Id))]; // filtered: not null
        }

        // One sentence that many say is one line.
        private async Task<IReadOnlyList<StuckQuote>> StuckQuotes(DateTimeOffset since, CancellationToken ct) =>
            [.. (await db.VoiceCases.AsNoTracking().Where(c => c.SaidAt >= since && c.Quote != null && c.QuoteHiddenAt == null).Join(db.Voices.Where(v => v.MergedIntoId == null), c => c.VoiceId, v => v.Id, (c, v) => new { c, v })
                .OrderByDescending(x => x.c.Intensity).ThenByDescending(x => x.c.SaidAt).Take(Most * 10).Select(x => new StuckQuote(x.c.Quote!, x.v.Id, x.v.Title, x.v.Product, x.c.SaidAt)).ToListAsync(ct)).DistinctBy(q => q.Quote).Take(Most)]; // filtered: not null
    }

    private static Bilingual Plain(Bilingual text) => new(text.Ja is null ? null : Marked.Plain(text.Ja), text.En is null ? null : Marked.Plain(text.En));
}
