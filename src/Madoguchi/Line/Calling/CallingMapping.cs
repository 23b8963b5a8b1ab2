using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Desks.OnDuty;
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
    private const int Looked = 40;

    internal static Turn TurnOf(Ticket ticket) => new(ticket.Id, ticket.CaseId, ticket.Through, ticket.Through is Through.Call ? ticket.Phone : null, ticket.Number);

    extension(Db db)
    {
        /// <summary>The next of the line for this agent. The line is locked: two who press at once get two different customers.</summary>
        public async Task<Result<Turn, NextRefusal>> Next(string slug, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.Desks.AsNoTracking().Where(d => d.Slug == slug).Select(d => new { d.Id }).SingleOrDefaultAsync(CancellationToken.None) is not { } desk)
                return NextRefusal.Unknown;
            if (!agent.WorksAt(desk.Id))
                return NextRefusal.NotAtThisDesk;
            var line = await db.LockLine(desk.Id);
            if (line.IsOffered && await db.Asked(desk.Id, agent, now) is { } asked && await db.Call(asked, agent, now) is { } theirs)
                return theirs;

            var me = new Teller(agent.Id, agent.Name, agent.Languages, DutyState.Available, Capacity.Usual, 0, 0, null, false, []);
            IReadOnlyList<Teller>? team = null;
            // Mostly the very first is theirs.
            for (var (seen, many) = (0, 1); ; (seen, many) = (seen + many, Looked))
            {
                var ripe = await db.Ripe(desk.Id, now).AsTracking().Skip(seen).Take(many).ToListAsync(CancellationToken.None);
                foreach (var ticket in ripe.Where(t => !t.IsAskedOf(agent.Id, now)))
                {
                    if ((agent.Speaks(ticket.Language) || Routing.MayServe(me, ticket.Language, team ??= await db.Team(desk.Id, now))) && await db.Call(ticket, agent, now) is { } turn)
                        return turn;
                }

                if (ripe.Count < many)
                    return NextRefusal.Nobody;
            }
        }

        // Settled or moved a moment ago: the place follows (Keeping), and the next one is called.
        private async Task<Turn?> Call(Ticket ticket, CurrentAgent agent, DateTimeOffset now)
        {
            var theCase = await db.Lock(ticket.CaseId).AsTracking().SingleAsync(CancellationToken.None);
            return theCase.IsClosed || theCase.DeskId != ticket.DeskId ? null : await db.Call(ticket, theCase, agent, now);
        }

        private Task<Ticket?> Asked(Id<Desk> desk, CurrentAgent agent, DateTimeOffset now)
        {
            var me = (Id<Agent>?)agent.Id;
            return db.Ripe(desk, now).AsTracking().FirstOrDefaultAsync(t => t.OfferedTo == me && t.OfferedUntil > now, CancellationToken.None);
        }

        private async Task<IReadOnlyList<Teller>> Team(Id<Desk> desk, DateTimeOffset now) =>
            [.. (await db.OnDuty(desk, now, CancellationToken.None)).Select(a => new Teller(a.AgentId, a.ShownName, a.Languages, a.State, a.Capacity, 0, 0, null, false, []))];

        internal async Task<Turn> Call(Ticket ticket, Case theCase, CurrentAgent agent, DateTimeOffset now)
        {
            theCase.TakeTurn(agent);
            db.Record(theCase, By.Agent(agent, isInternal: false), ticket.Turn(agent, now), now);
            await db.SaveChangesAsync(CancellationToken.None);
            return TurnOf(ticket);
        }

        public async Task<Result<TicketView, TurnRefusal>> Outcome(Id<Ticket> id, TurnResult result, Caller caller, DateTimeOffset now)
        {
            if (await db.FindTicket(id, caller, now) is not ({ } ticket, { } theCase) || caller.Agent?.WorksAt(ticket.DeskId) != true)
                return TurnRefusal.Unknown;
            if (result is TurnResult.NotServed && (theCase.IsClosed || await db.ActiveTicket(ticket.CaseId, CancellationToken.None) is { } other && other.Id != ticket.Id))
                return TurnRefusal.NotTheirTurn; // they have a new place meanwhile
            if (ticket.Outcome(result, now, await db.LockLine(ticket.DeskId), await db.OpeningHours(ticket.DeskId, CancellationToken.None)).Refused(out var why, out var happened))
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
