using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Line.Keeping;
using Madoguchi.Line.ReturnTimes;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line.Joining;

public enum JoinRefusal { Unknown, WithAnotherDesk, WindowClosed, WindowFull, TooManyCallBacks }

public static class JoiningMapping
{
    // Of one telephone number, within a day.
    private const int MostCallBacks = 10;

    extension(Db db)
    {
        /// <summary>A place in the desk's line, open or closed; who has one keeps it, with what was changed about it.</summary>
        public async Task<Result<TicketView, JoinRefusal>> Join(string slug, NewTicket asked, Caller caller, HouseZone zone, DateTimeOffset now)
        {
            if (await db.Desks.AsNoTracking().Where(d => d.Slug == slug).Select(d => new { d.Id }).SingleOrDefaultAsync(CancellationToken.None) is not { } asking
                || await db.Cases.VisibleTo(caller, db, now).Where(c => c.Id == asked.CaseId).Select(c => new { c.DeskId }).SingleOrDefaultAsync(CancellationToken.None) is not { } known)
                return JoinRefusal.Unknown;
            if (caller.Agent is { } agent && (known.DeskId != asking.Id || !agent.WorksAt(asking.Id)))
                return JoinRefusal.WithAnotherDesk;

            // A customer need not know which desk has the case: its line is theirs. Lines are locked before the case, always (docs/adr/0014).
            var there = await db.ActiveTicket(asked.CaseId, CancellationToken.None);
            await db.LockLines([known.DeskId, .. there is null ? [] : new[] { there.DeskId }]);
            if (await db.Find(asked.CaseId, caller, now) is not { } theCase)
                return JoinRefusal.Unknown;
            var ticket = await db.Tickets.AsTracking().SingleOrDefaultAsync(t => t.CaseId == theCase.Id && t.State != TicketState.Served && t.State != TicketState.Left, CancellationToken.None);
            if (theCase.DeskId != known.DeskId || ticket?.DeskId != there?.DeskId)
                throw new Writes.LostRaceException("The case has moved to another desk, or joined meanwhile.");

            if (caller.Agent is null && asked is { By: Through.Call, Number: { } number } && ticket?.Phone != number && await db.CallBacksTo(number, theCase, now) >= MostCallBacks)
                return JoinRefusal.TooManyCallBacks;

            if (asked.NotBefore is { } from && from.ToMicroseconds() != ticket?.NotBefore)
            {
                if ((await db.ReturnWindows(known.DeskId, now, ticket?.Id, CancellationToken.None)).Place(from, asked.NotAfter).Refused(out var why, out var place))
                    return why is WindowRefusal.Full ? JoinRefusal.WindowFull : JoinRefusal.WindowClosed;
                asked = asked with { NotBefore = place };
            }

            var desk = await db.Desks.AsNoTracking().SingleAsync(d => d.Id == known.DeskId, CancellationToken.None);
            foreach (var one in ticket is null ? await db.Enter(theCase, desk, asked, zone, now) : ticket.JoinAgain(asked) is { } back ? theCase.Hear(back, now) : [])
                db.Record(theCase, caller.By(one), one, now);
            db.RingLine(ticket ??= db.Tickets.Local.Single(t => t.CaseId == theCase.Id && t.IsActive));
            await db.SaveChangesAsync(CancellationToken.None);
            return await db.View(ticket, now, CancellationToken.None);
        }

        // Somebody else's number may have been given, to annoy them.
        private Task<int> CallBacksTo(string number, Case theCase, DateTimeOffset now)
        {
            var (since, id) = (now - TimeSpan.FromDays(1), theCase.Id);
            return db.Tickets.CountAsync(t => t.Phone == number && t.JoinedAt > since && t.CaseId != id, CancellationToken.None);
        }

        private async Task<IReadOnlyList<Happening>> Enter(Case theCase, Desk desk, NewTicket asked, HouseZone zone, DateTimeOffset now)
        {
            var isEmpty = !await db.Tickets.AnyAsync(t => t.DeskId == desk.Id && t.State != TicketState.Served && t.State != TicketState.Left, CancellationToken.None);
            var (number, seq) = (await db.LockLine(desk.Id)).Draw(KeepingMapping.Today(zone, now), isEmpty);
            var ticket = new Ticket
            {
                Id = Id<Ticket>.New(), DeskId = desk.Id, CaseId = theCase.Id, Number = number, Through = asked.By, Phone = asked.Number, Language = theCase.Language,
                JoinedAt = now, Rank = now - Ticket.HeadStart(theCase.Priority), Seq = seq, NotBefore = asked.NotBefore?.ToMicroseconds(), NotAfter = asked.NotAfter?.ToMicroseconds(),
            };
            db.Tickets.Add(ticket);
            await db.SaveChangesAsync(CancellationToken.None);
            if (await db.WaitFor(ticket, now, CancellationToken.None) is { } wait)
                (ticket.Low, ticket.High) = (wait.Low, wait.High);
            return theCase.Hear(new LineJoined(ticket.Id.Value, number, ticket.Through is Through.Call, ticket.Low, ticket.High, ticket.NotBefore, ticket.NotAfter), now);
        }
    }
}
