using Madoguchi.Desks;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Incidents.Reviewing;
using Madoguchi.Incidents.Updating;
using Madoguchi.Remedies;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Updating;

public static class ProgressMapping
{
    private const int FewVoices = 20;

    extension(Db db)
    {
        /// <summary>Null: there is no such incident.</summary>
        public async Task<ProgressView?> ProgressOf(Id<Incident> id, CurrentAgent me, DateTimeOffset now, CancellationToken ct) =>
            await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } incident ? null : new(
                incident, me, await db.AffectedBy(id).CountAsync(ct), await db.UpdatesOf(id, null, ct), await db.AnswersOf(id, ct), await db.RemediesForAll(id, ct), [.. (await db.Catalogue(ct)).Where(r => !r.Retired)], await db.LostMinutes(id, now, ct), now);

        public async Task<ReviewPageView?> ReviewPage(Id<Incident> id, CurrentAgent me, NewReview? typed, string? wrong, DateTimeOffset now, CancellationToken ct) =>
            await db.ReviewOf(id, now, ct) is { } review ? new(review, me, await db.VoicesOf(id, ct), typed, wrong) : null;

        private async Task<IReadOnlyList<LinkedVoice>> VoicesOf(Id<Incident> id, CancellationToken ct)
        {
            var cases = db.AffectedBy(id).Select(c => c.CaseId);
            var counts = await db.Set<VoiceCase>().AsNoTracking().Where(v => cases.Contains(v.CaseId)).GroupBy(v => v.VoiceId).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).Take(FewVoices).ToListAsync(ct);
            var ids = counts.Select(c => c.Key).ToList();
            var titles = await db.Set<Voice>().AsNoTracking().Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Title, ct);
            return [.. counts.Where(c => titles.ContainsKey(c.Key)).Select(c => new LinkedVoice(c.Key.Value, titles[c.Key], c.Count))];
        }
    }
}
