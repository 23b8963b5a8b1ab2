using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line.Returning;

public static class ReturningMapping
{
    extension(Db db)
    {
        /// <summary>The customer's newest ticket, also one that is over.</summary>
        public Task<Ticket?> NewestTicket(Id<Case> id, CancellationToken ct) =>
            db.Tickets.AsNoTracking().Where(t => t.CaseId == id).OrderByDescending(t => t.JoinedAt).ThenByDescending(t => t.Seq).FirstOrDefaultAsync(ct);

        /// <summary>The customer is there: their talk begins, or who was away has the front of the line again. False when there was nothing to change.</summary>
        public async Task<bool> Arrive(Id<Case> id, Caller caller, DateTimeOffset now)
        {
            if (await db.ActiveTicket(id, CancellationToken.None) is not { State: TicketState.Called or TicketState.Held } known || await db.FindTicket(known.Id, caller, now) is not ({ } ticket, { } theCase))
                return false;
            var before = ticket.State;
            if (ticket.Arrive() is { } back)
                db.RecordHeard(theCase, back, caller, now);
            db.RingAfterCommit(Topic.Of(theCase.Id));
            db.RingAfterCommit(Topic.Of(ticket.DeskId));
            await db.SaveChangesAsync(CancellationToken.None);
            return ticket.State != before;
        }

        /// <summary>The last leaving, taken back: the same number at the same place. False when it is too late for that, or there is another ticket.</summary>
        public async Task<bool> TakeBackLeaving(Id<Case> id, Caller caller, DateTimeOffset now)
        {
            if (await db.NewestTicket(id, CancellationToken.None) is not { } known || await db.FindTicket(known.Id, caller, now) is not ({ } ticket, { } theCase)
                || await db.ActiveTicket(id, CancellationToken.None) is not null || !ticket.MayTakeBack(await db.LastLeaving(id, CancellationToken.None), now))
                return false;
            db.RecordHeard(theCase, ticket.TakeBackLeaving(), caller, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }

        public async Task<LineLeft?> LastLeaving(Id<Case> id, CancellationToken ct) =>
            (await db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Kind == "lineLeft").OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct))?.What as LineLeft;

        private void RecordHeard(Case theCase, Happening what, Caller caller, DateTimeOffset now)
        {
            foreach (var one in theCase.Hear(what, now))
                db.Record(theCase, caller.By(one), one, now);
        }
    }
}
