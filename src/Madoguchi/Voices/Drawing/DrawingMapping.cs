using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Changing;
using Madoguchi.Voices.Warming;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Drawing;

public static class DrawingMapping
{
    extension(Db db)
    {
        /// <summary>Whoever sees a case may say what is said in it.</summary>
        public async Task<Result<VoiceStands, VoiceRefusal>> DrawVoice(NewVoice asked, CurrentAgent agent, DateTimeOffset now)
        {
            var theCase = asked.CaseId is { } id ? await db.Find(id, new Caller(agent), now) : null;
            if (asked.CaseId is not null && theCase is null)
                return VoiceRefusal.UnknownCase;
            var incident = asked.IncidentId is { } incidentId ? await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == incidentId, CancellationToken.None) : null;
            if (asked.IncidentId is not null && incident is null)
                return VoiceRefusal.UnknownIncident;
            var mark = theCase is null ? null : await db.ContactMarks.AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == theCase.Id, CancellationToken.None);
            var voice = new Voice
            {
                Id = Id<Voice>.New(), Kind = asked.Kind, Title = PlainText.Clean(asked.Title), Product = asked.Product ?? theCase?.Product ?? incident?.Product ?? mark?.Product,
                ErrorText = ErrorText.Exact(asked.ErrorText) ?? (asked.Kind is VoiceKind.Defect ? incident?.ErrorText ?? mark?.Exact ?? mark?.ErrorText : null), WaitingSince = now, CreatedAt = now, ChangedAt = now, ByName = agent.Name,
            };
            db.Voices.Add(voice);
            db.VoiceActs.Add(Acted(voice, Act.Drawn, agent.Name, now, caseId: theCase?.Id));
            await db.SaveChangesAsync(CancellationToken.None);
            var joined = theCase is null ? 0 : await db.Land(voice, [theCase.Id], Landed.Drawn, agent.Name, now);
            if (theCase is not null)
                db.Record(theCase, By.Agent(agent, true), new VoiceJoined(voice.Id.Value, Named(voice.Kind), voice.Title, true), now);
            if (incident is not null)
                joined += await db.Link(voice, incident.Id, agent.Name, now);
            db.Touch(voice, Change.Created, now);
            return await db.Standing(voice, joined, now);
        }

        /// <summary>The same case twice is one case.</summary>
        public async Task<Result<VoiceStands, VoiceRefusal>> JoinVoice(Id<Voice> id, MoreCases asked, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.LockVoice(id) is not { } voice)
                return VoiceRefusal.Unknown;
            if (asked.IncidentId is { } incident)
                return await db.Incidents.AnyAsync(i => i.Id == incident, CancellationToken.None) ? await db.Standing(voice, await db.Link(voice, incident, agent.Name, now), now) : VoiceRefusal.UnknownIncident;
            if (asked.SameError == true)
                return await db.Standing(voice, await db.Land(voice, await db.WithItsError(voice).Take(LandingMapping.AtATime * 5).ToListAsync(CancellationToken.None), Landed.Fitted, agent.Name, now), now);
            if (await db.Find(asked.CaseId!.Value, new Caller(agent), now) is not { } theCase) // one or the other: checked
                return VoiceRefusal.UnknownCase;
            var joined = await db.Land(voice, [theCase.Id], Landed.Added, agent.Name, now);
            if (joined > 0)
                db.Record(theCase, By.Agent(agent, true), new VoiceJoined(voice.Id.Value, Named(voice.Kind), voice.Title), now);
            return await db.Standing(voice, joined, now);
        }

        /// <summary>The voice that goes on, locked: what was merged is found by its old address.</summary>
        internal async Task<Voice?> LockVoice(Id<Voice> id)
        {
            var voice = await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None);
            return voice?.MergedIntoId is { } into ? await db.LockVoice(into) : voice;
        }

        internal async Task<VoiceStands> Standing(Voice voice, int joined, DateTimeOffset now)
        {
            await db.SaveChangesAsync(CancellationToken.None);
            var warmth = await db.TemperatureOf(voice.Id, now, CancellationToken.None);
            return new(voice.Id, joined, warmth.Cases, warmth.Customers, warmth.Degrees);
        }
    }

    internal static VoiceAct Acted(Voice voice, Act what, string by, DateTimeOffset now, Id<Voice>? other = null, Id<Case>? caseId = null, string? words = null) =>
        new() { Id = Id<VoiceAct>.New(), VoiceId = voice.Id, What = what, ByName = by, At = now, OtherId = other, CaseId = caseId, Words = words };

    /// <summary>As on the wire.</summary>
    internal static string Named(VoiceKind kind) => kind switch
    {
        VoiceKind.Defect => "defect",
        VoiceKind.Wish => "wish",
        VoiceKind.Complaint => "complaint",
    };
}
