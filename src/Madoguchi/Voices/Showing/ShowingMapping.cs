using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Warming;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Showing;

public static class ShowingMapping
{
    extension(Db db)
    {
        /// <summary>All that go on, with their temperature.</summary>
        public async Task<List<VoiceView>> AllVoices(DateTimeOffset now, CancellationToken ct)
        {
            var voices = await db.Voices.AsNoTracking().Where(v => v.MergedIntoId == null).ToListAsync(ct);
            var (warm, again) = (await db.Temperatures(now, ct), await Again(db.VoiceCases, ct));
            return [.. voices.Select(v => View(v, warm.GetValueOrDefault(v.Id) ?? Warmth.None, again.GetValueOrDefault(v.Id), now))];
        }

        public async Task<VoiceView?> VoiceNow(Id<Voice> id, DateTimeOffset now, CancellationToken ct) =>
            await db.Voices.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, ct) is { } voice
                ? View(voice, await db.TemperatureOf(id, now, ct), (await Again(db.VoiceCases.Where(c => c.VoiceId == id), ct)).GetValueOrDefault(id), now) : null;

        /// <summary>What this agent may see of the cases behind it, who said it last first.</summary>
        public async Task<VoiceCaseList?> CasesBehind(Id<Voice> id, CurrentAgent agent, int atMost, CancellationToken ct)
        {
            if (!await db.Voices.AnyAsync(v => v.Id == id, ct))
                return null;
            var visible = db.Cases.AsNoTracking().VisibleTo(agent, db);
            var cases = await db.VoiceCases.AsNoTracking().Where(c => c.VoiceId == id).Join(visible, v => v.CaseId, c => c.Id, (v, c) => new { v, c.Subject })
                .OrderByDescending(x => x.v.SaidAt).ThenBy(x => x.v.CaseId).Take(atMost).ToListAsync(ct);
            return new(await db.VoiceCases.CountAsync(c => c.VoiceId == id, ct),
                [.. cases.Select(x => new VoiceCaseView(x.v.CaseId, x.Subject, x.v.How, x.v.SaidAt, x.v.Intensity, x.v.QuoteHiddenAt is null ? x.v.Quote : null, x.v.Again, x.v.At, x.v.ByName))]);
        }
    }

    private static Task<Dictionary<Id<Voice>, int>> Again(IQueryable<VoiceCase> cases, CancellationToken ct) =>
        cases.Where(c => c.Again != null).GroupBy(c => c.VoiceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    private static VoiceView View(Voice voice, Warmth warm, int again, DateTimeOffset now) => new(
        voice.Id, voice.Kind, voice.Title, voice.Product, voice.ErrorText, voice.State, voice.Version, warm.Cases, warm.Customers, warm.Degrees, warm.Trend, again, warm.LastAt,
        voice.DeciderName, voice.State is VoiceState.Open ? (int)Math.Max(0, (now - voice.WaitingSince).TotalDays) : null, voice.CreatedAt, voice.ChangedAt, voice.MergedIntoId);
}
