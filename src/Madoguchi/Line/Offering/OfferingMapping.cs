using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Line.Calling;
using Madoguchi.Line.Spreading;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line.Offering;

public static class OfferingMapping
{
    private const int Looked = 100;

    extension(Db db)
    {
        /// <summary>The lines in which something may be offered now, or was and is over.</summary>
        public async Task<List<Id<Desk>>> LinesToOffer(DateTimeOffset now, CancellationToken ct)
        {
            var lines = await db.Set<DeskLine>().AsNoTracking().Where(l => l.IsOffered).Select(l => l.Id).ToListAsync(ct);
            var found = new List<Id<Desk>>();
            foreach (var desk in lines.Select(l => new Id<Desk>(l.Value)))
            {
                if (await db.Ripe(desk, now).AsNoTracking().AnyAsync(t => t.OfferedUntil == null || t.OfferedUntil <= now, ct))
                    found.Add(desk);
            }

            return found;
        }

        /// <summary>What was not answered goes on to the next agent, and what is free is offered. How many are asked now.</summary>
        public async Task<int> OfferTurns(Id<Desk> desk, DateTimeOffset now)
        {
            var line = await db.LockLine(desk);
            var ripe = await db.Ripe(desk, now).AsTracking().Take(Looked).ToListAsync(CancellationToken.None);
            foreach (var late in ripe.Where(t => t.OfferedTo is not null && !t.IsAsked(now)))
                await db.PassOn(late, answered: false, now);
            if (!line.IsOffered)
                return 0;

            // What was passed on is written first: who is asked is reckoned from what is written.
            await db.SaveChangesAsync(CancellationToken.None);
            var waiting = await db.Waiters([.. ripe.Where(t => !t.IsAsked(now))]);
            var matches = Routing.Offer(waiting, await db.Tellers(desk, [.. waiting.Select(w => w.Product).OfType<string>().Distinct()], now, CancellationToken.None), now);
            foreach (var match in matches)
            {
                var ticket = ripe.Single(t => t.Id == match.Waiter.Ticket);
                var theCase = await db.Lock(ticket.CaseId).AsTracking().SingleAsync(CancellationToken.None);
                db.Record(theCase, By.System, ticket.Ask(match, now + TimeSpan.FromSeconds(line.OfferSeconds)), now);
                db.RingAfterCommit(Topic.Of(match.Teller.Agent));
            }

            await db.SaveChangesAsync(CancellationToken.None);
            return matches.Count;
        }

        public async Task<Result<Turn, AskRefusal>> TakeTurn(Id<Ticket> id, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.FindTicket(id, new(agent), now) is not ({ } ticket, { } theCase) || !agent.WorksAt(ticket.DeskId))
                return AskRefusal.Unknown;
            // The same click twice.
            if (ticket.AgentId == agent.Id && ticket.State is TicketState.Called or TicketState.Serving)
                return CallingMapping.TurnOf(ticket);
            if (ticket.OfferedTo != agent.Id || !ticket.IsAsked(now) || !ticket.IsRipe(now))
                return AskRefusal.NotAsked;
            return await db.Call(ticket, theCase, agent, now);
        }

        public async Task<Result<TicketView, AskRefusal>> PassTurn(Id<Ticket> id, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.FindTicket(id, new(agent), now) is not ({ } ticket, _) || !agent.WorksAt(ticket.DeskId))
                return AskRefusal.Unknown;
            if (ticket.OfferedTo == agent.Id)
                await db.PassOn(ticket, answered: true, now);
            else if (ticket.PassedBy is not [.., var last] || last != agent.Id.Value) // the same click twice
                return AskRefusal.NotAsked;
            await db.SaveChangesAsync(CancellationToken.None);
            return await db.View(ticket, now, CancellationToken.None);
        }

        /// <summary>What this agent is asked to take just now.</summary>
        public async Task<OfferedTurn?> AskedOf(CurrentAgent agent, DateTimeOffset now, CancellationToken ct)
        {
            var me = (Id<Agent>?)agent.Id;
            if (await db.Tickets.AsNoTracking().Where(t => t.OfferedTo == me && t.OfferedUntil > now && (t.State == TicketState.Waiting || t.State == TicketState.Held)).OrderBy(t => t.OfferedUntil).FirstOrDefaultAsync(ct) is not { } ticket)
                return null;
            var entry = await db.Entries.AsNoTracking().Where(e => e.CaseId == ticket.CaseId && e.Kind == "lineOffered").OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct);
            return new(ticket.Id, ticket.CaseId, ticket.Number, ticket.Through, ticket.Language, ticket.JoinedAt, ticket.OfferedUntil!.Value, (entry?.What as LineOffered)?.Why ?? []); // filtered: not null
        }

        internal async Task<IReadOnlyList<Waiter>> Waiters(IReadOnlyList<Ticket> tickets)
        {
            var ids = tickets.Select(t => t.CaseId).ToList();
            var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.AgentId, c.Product, c.ClosedAt }).ToDictionaryAsync(c => c.Id, CancellationToken.None);
            var heavy = (await db.HeavyCases.AsNoTracking().Where(h => ids.Contains(h.CaseId)).Select(h => h.CaseId).ToListAsync(CancellationToken.None)).ToHashSet();
            return [.. tickets.Where(t => cases[t.CaseId].ClosedAt is null).Select(t => Of(t, cases[t.CaseId].AgentId, cases[t.CaseId].Product) with { IsHard = heavy.Contains(t.CaseId) })];
        }

        private async Task PassOn(Ticket ticket, bool answered, DateTimeOffset now)
        {
            var asked = ticket.OfferedTo;
            var name = await db.Agents.AsNoTracking().Where(a => a.Id == asked).Select(a => a.Name).SingleOrDefaultAsync(CancellationToken.None);
            if (ticket.PassOn(name ?? "", answered, now) is not { } passed)
                return;
            var theCase = await db.Lock(ticket.CaseId).AsTracking().SingleAsync(CancellationToken.None);
            db.Record(theCase, By.System, passed, now);
            if (asked is { } agent)
                db.RingAfterCommit(Topic.Of(agent));
        }
    }

    internal static Waiter Of(Ticket ticket, Id<Agent>? inCharge, string? product) =>
        new(ticket.Id, ticket.Through, ticket.Language, ticket.Rank, ticket.Seq, ticket.JoinedAt, ticket.NotBefore is not null, ticket.PassedBy, ticket.PassedAt, inCharge, product);
}
