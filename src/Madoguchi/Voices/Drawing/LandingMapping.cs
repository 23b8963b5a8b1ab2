using Madoguchi.Cases;
using Madoguchi.Incidents;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Changing;
using Madoguchi.Voices.Quoting;
using Madoguchi.Voices.Warming;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Drawing;

public static class LandingMapping
{
    /// <summary>So many cases of an incident land at a time.</summary>
    internal const int AtATime = 200;

    extension(Db db)
    {
        /// <summary>These cases stand behind the voice from here on; how many did not before.</summary>
        /// <param name="voice">Locked.</param>
        internal async Task<int> Land(Voice voice, IReadOnlyCollection<Id<Case>> ids, Landed how, string byName, DateTimeOffset now)
        {
            var there = await db.VoiceCases.Where(c => c.VoiceId == voice.Id && ids.Contains(c.CaseId)).Select(c => c.CaseId).ToListAsync(CancellationToken.None);
            Id<Case>[] fresh = [.. ids.Except(there)];
            if (fresh.Length == 0)
                return 0;
            foreach (var spoken in await db.SpokenIn(fresh))
            {
                var one = new VoiceCase { VoiceId = voice.Id, CaseId = spoken.CaseId, At = now, ByName = byName, How = how, SaidAt = spoken.At };
                Listen(voice, one, spoken);
                db.VoiceCases.Add(one);
            }

            await db.VoiceOffers.Where(o => o.VoiceId == voice.Id && fresh.Contains(o.CaseId)).ExecuteDeleteAsync(CancellationToken.None);
            db.Touch(voice, Change.Case, now);
            await db.SaveChangesAsync(CancellationToken.None);
            await db.Weigh(voice.Id, fresh);
            return fresh.Length;
        }

        /// <summary>Contacts so far with its error text that do not stand behind it; what somebody has taken out stays out.</summary>
        public IQueryable<Id<Case>> WithItsError(Voice voice)
        {
            var (id, error, product) = (voice.Id, voice.ErrorText, voice.Product);
            var (there, no) = (db.VoiceCases.Where(c => c.VoiceId == id), db.VoiceOffers.Where(o => o.VoiceId == id && o.DismissedAt != null));
            return db.ContactMarks.Where(m => error != null && (m.Exact == error || m.ErrorText == error) && (product == null || m.Product == null || m.Product == product) && !there.Any(c => c.CaseId == m.CaseId) && !no.Any(o => o.CaseId == m.CaseId))
                .OrderBy(m => m.At).Select(m => m.CaseId);
        }

        /// <summary>All cases of the incident say it, and those that it collects later.</summary>
        internal async Task<int> Link(Voice voice, Id<Incident> incident, string byName, DateTimeOffset now)
        {
            var link = await db.VoiceIncidents.AsTracking().SingleOrDefaultAsync(i => i.IncidentId == incident, CancellationToken.None);
            if (link is null)
                db.VoiceIncidents.Add(new VoiceIncident { IncidentId = incident, VoiceId = voice.Id, At = now, ByName = byName });
            else
                link.VoiceId = voice.Id;
            if (link is null || db.Entry(link).State is EntityState.Modified)
                db.VoiceActs.Add(DrawingMapping.Acted(voice, Act.Linked, byName, now, words: await db.Incidents.Where(i => i.Id == incident).Select(i => i.Title).SingleAsync(CancellationToken.None)));
            await db.SaveChangesAsync(CancellationToken.None);
            return await db.LandSome(voice, incident, byName, now);
        }

        // Ten thousand cases do not hold up the one who asks: the rest follows.
        internal async Task<int> LandSome(Voice voice, Id<Incident> incident, string byName, DateTimeOffset now)
        {
            var there = db.VoiceCases.Where(v => v.VoiceId == voice.Id);
            var next = await db.IncidentCases.Where(c => c.IncidentId == incident && c.RemovedAt == null && !there.Any(v => v.CaseId == c.CaseId))
                .OrderBy(c => c.At).Take(AtATime).Select(c => c.CaseId).ToListAsync(CancellationToken.None);
            var landed = await db.Land(voice, next, Landed.Incident, byName, now);
            if (next.Count == AtATime)
                db.Enqueue(MoreToLand.Work, new MoreToLand(voice.Id.Value, incident.Value, byName), now);
            await db.SaveChangesAsync(CancellationToken.None);
            return landed;
        }

        /// <summary>What the customer has said since.</summary>
        internal void Hear(Voice voice, VoiceCase one, Spoken spoken, DateTimeOffset now)
        {
            var before = (one.SaidAt, one.Intensity, one.Again);
            Listen(voice, one, spoken);
            if (before != (one.SaidAt, one.Intensity, one.Again))
                db.Touch(voice, Change.Case, now);
        }
    }

    // Who came with it after it was said to be fixed is told apart for good.
    private static void Listen(Voice voice, VoiceCase one, Spoken spoken)
    {
        (one.SaidAt, one.Intensity) = (spoken.At, Intensity.Of(spoken.Heard));
        if (one.QuoteBy is null)
            one.Quote = Quote.Best(spoken.Quotable, [voice.ErrorText, voice.Product, voice.Title], spoken.Names);
        if (voice is { State: VoiceState.Fixed, DecidedAt: { } fixedAt } && spoken.At > fixedAt)
            one.Again ??= voice.Version ?? "";
    }
}
