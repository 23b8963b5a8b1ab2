using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Solving;
using Madoguchi.Cases.Timeline;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Line;
using Madoguchi.Line.Keeping;
using Madoguchi.Line.Returning;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Resolving;

public enum WorksAgainRefusal { Unknown, NothingAsked }

/// <summary>What a customer was asked about an incident.</summary>
/// <param name="Name">As the public knows it.</param>
/// <param name="Yes">What they said last; null: nothing yet.</param>
public sealed record WorksAgainAsked(Id<Incident> Incident, Bilingual Name, bool? Yes);

public static class WorksAgainMapping
{
    extension(Db db)
    {
        /// <summary>Only the customer answers this. "Not yet" comes back at the front of the queue and of the line, and rings whoever is in charge and whoever leads the incident.</summary>
        public async Task<Result<Moved, WorksAgainRefusal>> AnswerWhetherItWorks(Id<Case> id, Caller caller, bool yes, DateTimeOffset now)
        {
            // The line before the case, as everywhere.
            var ticket = yes || caller.Customer?.CaseId != id ? null : await db.NewestTicket(id, CancellationToken.None) is { } known ? (await db.LockTicket(known.Id)).Ticket : null;
            if (caller.Customer is null || await db.Find(id, caller, now) is not { } theCase)
                return WorksAgainRefusal.Unknown;
            if (await db.AskedIn(id, CancellationToken.None) is not { } place)
                return WorksAgainRefusal.NothingAsked;

            var incident = await db.Incidents.AsNoTracking().SingleAsync(i => i.Id == place.IncidentId, CancellationToken.None);
            var wasWaiting = theCase is { Status: Status.WaitingForUs, CustomerWaitingSince: not null };
            var happened = theCase.AnswerWhetherItWorks(new WorksAgain(incident.Id.Value, yes, incident.Name.In(Tongue.Of(theCase.Language))), place.WorksAgain, now);
            (place.AskedAt, place.WorksAgain, place.AnsweredAt) = (place.AskedAt ?? now, yes, happened.Count > 0 ? now : place.AnsweredAt);
            place.SaidNoAt = !yes && happened.Count > 0 ? now : place.SaidNoAt;
            foreach (var one in happened)
                db.Record(theCase, one.IsInternal ? By.System : caller.By(one), one, now);
            if (happened.Count > 0 && ticket?.ToTheFront(await db.LastLeaving(id, CancellationToken.None)) is { } back)
            {
                db.Record(theCase, By.System, back, now);
                db.RingLine(ticket);
            }

            await db.WithdrawAtClosing(theCase, now);
            if (happened.Count > 0 && (!yes || wasWaiting))
                db.Enqueue(Ring.Work, new Ring(id, yes ? Ring.WorksButWaited : Ring.WorksNot, [.. Named(theCase, yes ? null : incident)], theCase.AgentId is null ? [theCase.DeskId] : [], []), now);
            db.RingAfterCommit(CollectingMapping.Topic);
            await db.SaveChangesAsync(CancellationToken.None);
            return new Moved(theCase.Status, theCase.LastShownEntry);
        }

        /// <summary>What the customer of this case is, or was, asked last; null when nothing was.</summary>
        public async Task<WorksAgainAsked?> WorksAgainAsked(Id<Case> id, CancellationToken ct)
        {
            if (await db.IncidentCases.AsNoTracking().Where(c => c.CaseId == id && c.RemovedAt == null && c.AskedAt != null).OrderByDescending(c => c.AskedAt).FirstOrDefaultAsync(ct) is not { } place)
                return null;
            var incident = await db.Incidents.AsNoTracking().SingleAsync(i => i.Id == place.IncidentId, ct);
            return new(incident.Id, incident.Name, place.WorksAgain);
        }

        // Asked, or about to be: whoever knows of the resolution before their turn need not wait for it.
        private async Task<IncidentCase?> AskedIn(Id<Case> id, CancellationToken ct)
        {
            var places = await db.IncidentCases.AsTracking().Where(c => c.CaseId == id && c.RemovedAt == null).OrderByDescending(c => c.AskedAt ?? c.At).ToListAsync(ct);
            foreach (var place in places)
            {
                var incident = place.IncidentId;
                if (place.AskedAt is not null || await db.IncidentUpdates.AnyAsync(u => u.IncidentId == incident && u.State == IncidentState.Resolved && u.CancelledAt == null, ct))
                    return place;
            }

            return null;
        }
    }

    private static IEnumerable<Id<Desks.Agent>> Named(Case theCase, Incident? incident) => new[] { theCase.AgentId, incident?.LeadId }.OfType<Id<Desks.Agent>>().Distinct();
}
