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
        public async Task<List<VoiceView>> AllVoices(DateTimeOffset now, CancellationToken ct) => (await db.AllHeats(now, ct)).ConvertAll(v => v.Voice);

        /// <summary>The same, with how warm each was day by day.</summary>
        public async Task<List<(VoiceView Voice, Heat Heat)>> AllHeats(DateTimeOffset now, CancellationToken ct)
        {
            var (voices, heats) = (await db.Voices.AsNoTracking().Where(v => v.MergedIntoId == null).ToListAsync(ct), await db.Heats(now, ct));
            return [.. voices.Select(v => (v, heats.GetValueOrDefault(v.Id) ?? Heat.None)).Select(v => (View(v.v, v.Item2, now), v.Item2))];
        }

        public async Task<VoiceView?> VoiceNow(Id<Voice> id, DateTimeOffset now, CancellationToken ct) =>
            await db.Voices.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, ct) is { } voice
                ? View(voice, await db.HeatOf(id, now, ct), now) : null;

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

    private static VoiceView View(Voice voice, Heat heat, DateTimeOffset now) => View(voice, heat.Warmth, heat.Again, now);

    private static VoiceView View(Voice voice, Warmth warm, int again, DateTimeOffset now) => new(
        voice.Id, voice.Kind, voice.Title, voice.Product, voice.ErrorText, voice.State, voice.Version, warm.Cases, warm.Customers, warm.Degrees, warm.Trend, again, warm.LastAt,
        voice.DeciderName, voice.State is VoiceState.Open ? (int)Math.Max(0, (now - voice.WaitingSince).TotalDays) : null, voice.CreatedAt, voice.ChangedAt, voice.MergedIntoId);
}
