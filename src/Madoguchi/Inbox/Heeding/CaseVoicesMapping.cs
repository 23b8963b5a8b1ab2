using Madoguchi.Cases;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Madoguchi.Voices.Deciding;
using Madoguchi.Voices.Warming;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Heeding;

internal static class CaseVoicesMapping
{
    extension(Db db)
    {
        public async Task<CaseVoices> VoicesOf(Id<Case> id, DateTimeOffset now, CancellationToken ct)
        {
            var behind = await db.VoiceCases.AsNoTracking().Where(c => c.CaseId == id).Join(db.Voices.Where(v => v.MergedIntoId == null), c => c.VoiceId, v => v.Id, (c, v) => new { Voice = v, c.Again }).ToListAsync(ct);
            var voices = new List<CaseVoice>();
            foreach (var one in behind)
                voices.Add(new(one.Voice, await db.TemperatureOf(one.Voice.Id, now, ct), one.Again) { Words = one.Voice.State is VoiceState.Open ? null : await db.WordsDecided(one.Voice.Id, id, ct) });
            var offered = voices.Count > 0 ? null : await db.VoiceOffers.Where(o => o.CaseId == id && o.DismissedAt == null).Join(db.Voices.Where(v => v.MergedIntoId == null), o => o.VoiceId, v => v.Id, (o, v) => v).FirstOrDefaultAsync(ct);
            return new(voices, offered) { OfferedWords = offered is { State: not VoiceState.Open } decided ? await db.WordsDecided(decided.Id, id, ct) : null };
        }
    }
}
