using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Madoguchi.Voices.Adding;
using Madoguchi.Voices.Drawing;
using Madoguchi.Voices.Likeness;
using Madoguchi.Voices.Showing;
using Madoguchi.Voices.Warming;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Voicing;

public static class VoicingMapping
{
    private const int Shown = 200;
    private const int Quoted = 5;

    extension(Db db)
    {
        public async Task<BoardView> VoiceBoard(VoicesAsked asked, CurrentAgent me, DateTimeOffset now, CancellationToken ct)
        {
            var all = await db.AllHeats(now, ct);
            var (products, heats) = (all.Select(v => v.Voice.Product).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList(), all.ToDictionary(v => v.Voice.VoiceId, v => v.Heat));
            return new(me, asked, [.. asked.Of(all.Select(v => v.Voice)).Take(Shown).Select(v => new BoardRow(v, heats[v.VoiceId].Course))], all.Count, products);
        }

        public async Task<VoicePageView?> VoicePage(Id<Voice> id, CurrentAgent me, string? wrong, DateTimeOffset now, CancellationToken ct)
        {
            if (await db.VoiceNow(id, now, ct) is not { } voice || await db.CasesBehind(id, me, Shown, ct) is not { } cases)
                return null;
            var heat = await db.HeatOf(id, now, ct);
            var acts = await db.VoiceActs.AsNoTracking().Where(a => a.VoiceId == id).OrderByDescending(a => a.At).ToListAsync(ct);
            var others = acts.Select(a => a.OtherId).Append(voice.MergedInto).OfType<Id<Voice>>().ToList();
            var names = await db.Voices.Where(v => others.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Title, ct);
            var likes = voice.MergedInto is null ? (await db.VoicesLike(null, voice.Title, me, now, ct))!.Voices.Where(l => l.Voice.VoiceId != id).ToList() : []; // without a case: not null
            return new(me, voice, heat.Parts, heat.Course, now.AddDays(-Heat.Oldest), cases, await db.BestQuotes(id, ct), await db.NewsOf(id, me, ct), acts, names, likes, voice.ErrorText is null || voice.MergedInto is not null ? 0 : await db.WithItsError(await db.Voices.AsNoTracking().SingleAsync(v => v.Id == id, ct)).CountAsync(ct), wrong);
        }

        // Nobody is named in them: whoever sees the voice reads them all.
        private async Task<IReadOnlyList<VoiceCaseView>> BestQuotes(Id<Voice> id, CancellationToken ct) =>
            [.. (await db.VoiceCases.AsNoTracking().Where(c => c.VoiceId == id && c.Quote != null && c.QuoteHiddenAt == null).OrderByDescending(c => c.Intensity).ThenByDescending(c => c.SaidAt).Take(Quoted * 4).ToListAsync(ct))
                .DistinctBy(c => c.Quote).Take(Quoted).Select(c => new VoiceCaseView(c.CaseId, "", c.How, c.SaidAt, c.Intensity, c.Quote, c.Again, c.At, c.ByName))];
    }
}
