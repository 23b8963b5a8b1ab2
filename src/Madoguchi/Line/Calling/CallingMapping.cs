using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line.Calling;

/// <summary>Whose turn it is.</summary>
/// <param name="Phone">Where to call, for a call back.</param>
public sealed record Turn(Id<Ticket> TicketId, Id<Case> CaseId, Through By, string? Phone, int Number);

public enum NextRefusal { Unknown, NotAtThisDesk, Nobody }

public static class CallingMapping
{
    private const int Looked = 50;

    extension(Db db)
    {
        /// <summary>The next of the line for this agent. The line is locked: two who press at once get two different customers.</summary>
        public async Task<Result<Turn, NextRefusal>> Next(string slug, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.Desks.AsNoTracking().Where(d => d.Slug == slug).Select(d => new { d.Id }).SingleOrDefaultAsync(CancellationToken.None) is not { } desk)
                return NextRefusal.Unknown;
            if (!agent.WorksAt(desk.Id))
                return NextRefusal.NotAtThisDesk;
            await db.LockLine(desk.Id);
            var ripe = await db.Ripe(desk.Id, now).AsTracking().Take(Looked).ToListAsync(CancellationToken.None);
            if (ripe.Find(t => agent.Speaks(t.Language)) is not { } ticket && (ticket = ripe.FirstOrDefault()) is null)
                return NextRefusal.Nobody;

            var theCase = await db.Lock(ticket.CaseId).AsTracking().SingleAsync(CancellationToken.None);
            theCase.TakeTurn(agent);
            db.Record(theCase, By.Agent(agent, isInternal: false), ticket.Turn(agent, now), now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new Turn(ticket.Id, ticket.CaseId, ticket.Through, ticket.Through is Through.Call ? ticket.Phone : null, ticket.Number);
        }

        public async Task<Result<TicketView, TurnRefusal>> Outcome(Id<Ticket> id, TurnResult result, Caller caller, DateTimeOffset now)
        {
            if (await db.FindTicket(id, caller, now) is not ({ } ticket, { } theCase) || caller.Agent?.WorksAt(ticket.DeskId) != true)
                return TurnRefusal.Unknown;
            if (ticket.Outcome(result, now, await db.LockLine(ticket.DeskId)).Refused(out var why, out var happened))
                return why;
            return await db.Settle(ticket, theCase, caller, happened, now);
        }

        /// <summary>Out of the line, by the customer's wish or the desk's.</summary>
        public async Task<Result<TicketView, TurnRefusal>> Leave(Id<Ticket> id, Caller caller, DateTimeOffset now)
        {
            if (await db.FindTicket(id, caller, now) is not ({ } ticket, { } theCase) || caller.Agent?.WorksAt(ticket.DeskId) == false)
                return TurnRefusal.Unknown;
            if (ticket.Leave(caller.Agent is null ? LineLeft.ByCustomer : LineLeft.ByAgent, now).Refused(out var why, out var happened))
                return why;
            return await db.Settle(ticket, theCase, caller, happened, now);
        }

        private async Task<TicketView> Settle(Ticket ticket, Case theCase, Caller caller, Happening? happened, DateTimeOffset now)
        {
            if (happened is not null)
                db.Record(theCase, caller.By(happened), happened, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return await db.View(ticket, now, CancellationToken.None);
        }
    }
}
