using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Showing;
using Madoguchi.Line;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Updating;

public static class FanningMapping
{
    extension(Db db)
    {
        /// <summary>The next update whose ten seconds are over goes out: how far we are is said, the row stands, what was older and has not been told yet is overtaken. False when there is none.</summary>
        public async Task<bool> BeginUpdate(DateTimeOffset now)
        {
            if (await db.IncidentUpdates.AsNoTracking().Where(u => u.BegunAt == null && u.CancelledAt == null && u.DueAt <= now).OrderBy(u => u.DueAt).FirstOrDefaultAsync(CancellationToken.None) is not { } next)
                return false;
            var incident = await db.Lock(next.IncidentId).AsTracking().SingleAsync(CancellationToken.None);
            var update = await db.Lock(next.Id).AsTracking().SingleAsync(CancellationToken.None);
            if (update.BegunAt is not null || update.CancelledAt is not null)
                return true; // another node was faster, or it was called off at the last moment
            update.BegunAt = now;
            incident.Say(update.State, now);
            await db.SaveChangesAsync(CancellationToken.None);
            db.StatusChanged();
            await db.Line(update);
            // That it is over, and whether it works again, is said to everybody: a mere word after it takes nothing of that away.
            var older = db.IncidentUpdates.Where(u => u.IncidentId == incident.Id && u.Id != update.Id && u.BegunAt != null && (update.State != null || u.State != IncidentState.Resolved)).Select(u => u.Id);
            await db.IncidentRecipients.Where(r => older.Contains(r.UpdateId) && r.State == Reached.Waiting).ExecuteUpdateAsync(r => r.SetProperty(o => o.State, Reached.Overtaken).SetProperty(o => o.DoneAt, now), CancellationToken.None);
            return true;
        }

        /// <summary>Tells the next of those who wait, many in one transaction, by any node: told and done, or neither. How many.</summary>
        public async Task<int> TellNext(int atMost, TimeSpan lettersAfter, PaceSettings pace, DateTimeOffset now)
        {
            var turn = await db.TakeWaiting(atMost);
            if (turn.Count == 0)
                return 0;
            var update = await db.IncidentUpdates.AsNoTracking().SingleAsync(u => u.Id == turn[0].UpdateId, CancellationToken.None);
            var incident = await db.Incidents.AsNoTracking().SingleAsync(i => i.Id == update.IncidentId, CancellationToken.None);
            var ids = turn.Select(r => r.CaseId).ToList();
            var cases = (await db.LockCases(ids)).ToDictionary(c => c.Id);
            var places = await db.IncidentCases.AsTracking().Where(c => c.IncidentId == incident.Id && ids.Contains(c.CaseId)).ToDictionaryAsync(c => c.CaseId, CancellationToken.None);
            var reachable = await db.Reachable([.. cases.Values]);
            foreach (var recipient in turn)
            {
                recipient.DoneAt = now;
                if (places.GetValueOrDefault(recipient.CaseId) is not { RemovedAt: null } place)
                {
                    (recipient.State, recipient.Reason) = (Reached.NotReached, IncidentRecipient.Removed);
                    continue;
                }

                var theCase = cases[recipient.CaseId];
                recipient.Entry = db.Say(theCase, incident, update, place, now);
                recipient.State = Reached.Told;
                if (reachable.Contains(theCase.Id))
                    db.Enqueue(Word.Work, new Word(theCase.Id, incident.Id, recipient.Entry.Value), now, now + lettersAfter + pace.Wait(recipient.Turn));
            }

            db.RingAfterCommit(CollectingMapping.Topic);
            await db.SaveChangesAsync(CancellationToken.None);
            return turn.Count;
        }

        /// <summary>The next one failed by itself: not reached, with the reason.</summary>
        public async Task<int> NotTold(string why, DateTimeOffset now)
        {
            foreach (var one in await db.TakeWaiting(1))
                (one.State, one.Reason, one.DoneAt) = (Reached.NotReached, PlainText.Preview(why, 300), now);
            return await db.SaveChangesAsync(CancellationToken.None);
        }

        private int Say(Case theCase, Incident incident, IncidentUpdate update, IncidentCase place, DateTimeOffset now)
        {
            var t = Tongue.Of(theCase.Language);
            var state = update.State ?? incident.State;
            var told = new IncidentTold(incident.Id.Value, incident.Name.In(t), update.Text.In(t), Wire(state), update.Resolves ? true : null);
            var answeredAhead = place.AnsweredAt >= update.At; // whoever knew of it before their turn has said how it is
            if (update.Resolves && place.WorksAgain is not true && !answeredAhead)
            {
                (place.WorksAgain, place.AnsweredAt) = (null, null);
                place.AskedAt = theCase.IsOpenToCustomer(now) ? now : null; // who can open nothing any more cannot be asked
                theCase.AskWhetherItWorks(now);
            }

            return db.Record(theCase, new By(Role.Agent, update.ByShown, update.ById.Value), told, now).Number;
        }

        private async Task<List<IncidentRecipient>> TakeWaiting(int atMost)
        {
            if (await db.IncidentUpdates.AsNoTracking().Where(u => u.BegunAt != null && u.CancelledAt == null && db.Set<IncidentRecipient>().Any(r => r.UpdateId == u.Id && r.State == Reached.Waiting))
                .OrderBy(u => u.DueAt).Select(u => (Id<IncidentUpdate>?)u.Id).FirstOrDefaultAsync(CancellationToken.None) is not { } id)
                return [];
            return await (db.IsPostgres
                ? db.IncidentRecipients.FromSql($"""select * from incident_recipients where "UpdateId" = {id.Value} and "State" = 'Waiting' order by "Turn" limit {atMost} for update skip locked""")
                : db.IncidentRecipients.Where(r => r.UpdateId == id && r.State == Reached.Waiting).OrderBy(r => r.Turn).Take(atMost)).AsTracking().ToListAsync(CancellationToken.None);
        }

        /// <summary>Many cases, locked in one order: whoever takes others of them waits, and blocks nobody.</summary>
        internal Task<List<Case>> LockCases(IReadOnlyList<Id<Case>> ids)
        {
            var values = ids.Select(i => i.Value).Order().ToArray();
            return (db.IsPostgres ? db.Cases.FromSql($"""select * from cases where "Id" = any ({values}) order by "Id" for update""") : db.Cases.Where(c => ids.Contains(c.Id))).AsTracking().ToListAsync(CancellationToken.None);
        }

        // Those who have left an address or a number; the others have only the page.
        private async Task<HashSet<Id<Case>>> Reachable(IReadOnlyList<Case> cases)
        {
            var (people, ids) = (cases.Select(c => c.CustomerId).Distinct().ToList(), cases.Select(c => c.Id).ToList());
            var known = (await db.Set<Address>().AsNoTracking().Where(a => people.Contains(a.CustomerId)).Select(a => a.CustomerId).Distinct().ToListAsync(CancellationToken.None)).ToHashSet();
            var called = await db.Tickets.AsNoTracking().Where(t => ids.Contains(t.CaseId) && t.Phone != null).Select(t => t.CaseId).ToListAsync(CancellationToken.None);
            return [.. called, .. cases.Where(c => known.Contains(c.CustomerId)).Select(c => c.Id)];
        }
    }

    /// <summary>As it is written on the API.</summary>
    public static string Wire(IncidentState state) => state switch
    {
        IncidentState.Investigating => "investigating",
        IncidentState.Identified => "identified",
        IncidentState.Monitoring => "monitoring",
        IncidentState.Resolved => "resolved",
    };
}
