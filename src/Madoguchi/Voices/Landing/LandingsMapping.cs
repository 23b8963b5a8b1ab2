using Madoguchi.Cases;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Drawing;
using Madoguchi.Voices.Likeness;
using Madoguchi.Voices.Warming;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Landing;

public static class LandingsMapping
{
    private const string House = "";

    extension(Db db)
    {
        /// <summary>Which of these landed on a voice now.</summary>
        internal async Task<IReadOnlyCollection<Id<Case>>> LandByThemselves(IReadOnlyList<Id<Case>> ids, DateTimeOffset now)
        {
            if (!await db.Voices.AnyAsync(CancellationToken.None))
                return [];
            var behind = await db.VoiceCases.Where(c => ids.Contains(c.CaseId)).Select(c => new { c.CaseId, c.VoiceId }).ToListAsync(CancellationToken.None);
            var dismissed = await db.VoiceOffers.Where(o => ids.Contains(o.CaseId) && o.DismissedAt != null).Select(o => new { o.CaseId, o.VoiceId }).ToListAsync(CancellationToken.None);
            var no = behind.Concat(dismissed).Select(b => (b.CaseId, b.VoiceId)).ToHashSet();
            var marks = await db.ContactMarks.AsNoTracking().Where(m => ids.Contains(m.CaseId)).ToListAsync(CancellationToken.None);
            var fits = (await db.ByError(marks)).Concat(await db.ByIncident(ids)).Where(f => !no.Contains((f.Case, f.Voice))).Distinct().ToList();
            foreach (var group in fits.GroupBy(f => (f.Voice, f.How), f => f.Case).OrderBy(g => g.Key.Voice.Value))
            {
                if (await db.LockVoice(group.Key.Voice) is { } voice)
                    await db.Land(voice, [.. group], group.Key.How, House, now);
            }

            var landed = fits.Select(f => f.Case).ToHashSet();
            var others = ids.Except(landed).Except(behind.Select(b => b.CaseId)).ToList();
            if (others.Count > 0)
                await db.Offer(others, marks, no, now);
            return landed;
        }

        /// <summary>What customers behind voices have said since is heard: how hot, how recent, the best words, and whether it is there again.</summary>
        internal async Task HearAgain(IReadOnlyList<Id<Case>> ids, DateTimeOffset now)
        {
            var behind = await db.VoiceCases.AsTracking().Where(c => ids.Contains(c.CaseId)).OrderBy(c => c.VoiceId).ToListAsync(CancellationToken.None);
            if (behind.Count == 0)
                return;
            var (spoken, voices) = ((await db.SpokenIn([.. behind.Select(b => b.CaseId).Distinct()])).ToDictionary(s => s.CaseId), new Dictionary<Id<Voice>, Voice>());
            foreach (var one in behind)
            {
                if (!voices.TryGetValue(one.VoiceId, out var voice))
                    voices[one.VoiceId] = voice = await db.Lock(one.VoiceId).AsTracking().SingleAsync(CancellationToken.None);
                db.Hear(voice, one, spoken[one.CaseId], now);
            }

            await db.SaveChangesAsync(CancellationToken.None);
            foreach (var of in behind.GroupBy(b => b.VoiceId, b => b.CaseId))
                await db.Weigh(of.Key, [.. of]);
        }

        // The same error text of the same product, as far as both are known; the warmest claim is the newest voice.
        private async Task<List<Fit>> ByError(List<ContactMark> marks)
        {
            var errors = marks.SelectMany(m => new[] { m.Exact, m.ErrorText }).OfType<string>().Distinct().ToList();
            if (errors.Count == 0)
                return [];
            var voices = await db.Voices.AsNoTracking().Where(v => v.MergedIntoId == null && v.ErrorText != null && errors.Contains(v.ErrorText)).ToListAsync(CancellationToken.None);
            return
            [
                .. from mark in marks
                   let voice = voices.Where(v => (v.ErrorText == mark.Exact || v.ErrorText == mark.ErrorText) && (v.Product is null || mark.Product is null || ContactMark.Same(v.Product, mark.Product))).OrderByDescending(v => v.ErrorText == mark.Exact).ThenByDescending(v => v.Product == mark.Product).ThenByDescending(v => v.CreatedAt).FirstOrDefault()
                   where voice is not null
                   select new Fit(mark.CaseId, voice.Id, Landed.Fitted),
            ];
        }

        private Task<List<Fit>> ByIncident(IReadOnlyList<Id<Case>> ids) =>
            db.IncidentCases.Where(c => ids.Contains(c.CaseId) && c.RemovedAt == null).Join(db.VoiceIncidents, c => c.IncidentId, i => i.IncidentId, (c, i) => new Fit(c.CaseId, i.VoiceId, Landed.Incident)).ToListAsync(CancellationToken.None);

        private async Task Offer(List<Id<Case>> ids, List<ContactMark> marks, HashSet<(Id<Case>, Id<Voice>)> no, DateTimeOffset now)
        {
            var offered = await db.VoiceOffers.Where(o => ids.Contains(o.CaseId)).Select(o => o.CaseId).ToListAsync(CancellationToken.None);
            var soundings = await db.Soundings(CancellationToken.None);
            foreach (var spoken in await db.SpokenIn([.. ids.Except(offered)]))
            {
                var mark = marks.Find(m => m.CaseId == spoken.CaseId);
                var like = soundings.To(new(string.Join('\n', spoken.Heard.Words.Take(3)), spoken.Product ?? mark?.Product, mark?.Exact), 3, Alike.WorthAsking).FirstOrDefault(l => !no.Contains((spoken.CaseId, l.Voice.Id)));
                if (like is not null)
                    db.VoiceOffers.Add(new VoiceOffer { CaseId = spoken.CaseId, VoiceId = like.Voice.Id, Likeness = like.Likeness, At = now });
            }

            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    private sealed record Fit(Id<Case> Case, Id<Voice> Voice, Landed How);
}
