using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Madoguchi.Voices.Warming;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Trackers.Delivering;

public static class VoiceToldMapping
{
    private const int Quotes = 5;
    private const int News = 10;

    extension(Db db)
    {
        /// <summary>As it stands now; null when it went on in another one.</summary>
        public async Task<VoiceTold?> VoiceAsTold(Id<Voice> id, BaseAddress address, DateTimeOffset now)
        {
            if (await db.Voices.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id && v.MergedIntoId == null, CancellationToken.None) is not { } voice)
                return null;
            var warm = await db.TemperatureOf(id, now, CancellationToken.None);
            var quotes = await db.VoiceCases.AsNoTracking().Where(c => c.VoiceId == id && c.Quote != null && c.QuoteHiddenAt == null).OrderByDescending(c => c.Intensity).ThenByDescending(c => c.SaidAt).Select(c => c.Quote!).Take(Quotes).ToListAsync(CancellationToken.None);
            var news = await db.VoiceNews.AsNoTracking().Where(n => n.VoiceId == id).OrderByDescending(n => n.At).Take(News).ToListAsync(CancellationToken.None);
            var decision = await db.Decisions.AsNoTracking().Where(d => d.VoiceId == id && d.CancelledAt == null && d.DueAt <= now).OrderByDescending(d => d.At).FirstOrDefaultAsync(CancellationToken.None);
            return new(id, voice.Kind, voice.Title, voice.Product, voice.ErrorText, decision?.State ?? VoiceState.Open, decision?.Version, Math.Round(warm.Degrees, 1), Math.Round(warm.Trend, 1), warm.Cases, warm.Customers, quotes,
                [.. news.Select(n => new NewsTold(n.Text, n.At, n.Steps, n.Versions, n.Devices))], address.Of($"/desk/voices/{id}"),
                decision is null ? null : new(decision.State, new(decision.TextJa, decision.TextEn), decision.At, decision.Version));
        }
    }
}
