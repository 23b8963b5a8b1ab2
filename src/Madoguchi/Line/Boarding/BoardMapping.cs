using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line.Boarding;

public static class BoardMapping
{
    extension(Db db)
    {
        /// <summary>The board of all desks for whoever sees all of them; of their own desks for everybody else.</summary>
        public async Task<Board> Board(CurrentAgent agent, HouseZone zone, DateTimeOffset now, CancellationToken ct)
        {
            var (all, mine, today) = (agent.SeesAll, agent.Desks, zone.DayOf(now));
            var desks = await db.Desks.AsNoTracking().Where(d => all || mine.Contains(d.Id)).OrderBy(d => d.Name).ToListAsync(ct);
            var tickets = await db.OnBoard([.. desks.Select(d => d.Id)], zone.StartOf(today), ct);
            var helped = await db.HelpedMeanwhile([.. tickets.Where(BoardLine.HasGivenUp)], ct);
            return new(
                today, Line(tickets), [.. desks.Select(d => new BoardDesk(d.Slug, d.Name, d.NameInEnglish, db.OpeningNow(d, now).IsOpen, Line([.. tickets.Where(t => t.DeskId == d.Id)])))],
                await db.Whereabouts(desks, tickets, now, ct));

            BoardLine Line(IReadOnlyCollection<Ticket> some) => BoardLine.Of(some, helped, zone.StartOf(today), now);
        }

        // Two looks, each along its index: who is in line, and whose tickets ended today.
        private async Task<List<Ticket>> OnBoard(List<Id<Desk>> desks, DateTimeOffset from, CancellationToken ct)
        {
            var states = Ticket.ActiveStates;
            var active = await db.Tickets.AsNoTracking().Where(t => desks.Contains(t.DeskId) && states.Contains(t.State)).ToListAsync(ct);
            var ended = await db.Tickets.AsNoTracking().Where(t => desks.Contains(t.DeskId) && t.EndedAt >= from).ToListAsync(ct);
            return [.. active.UnionBy(ended, t => t.Id)];
        }

        // The ticket does not say why it ended; the record does.
        private async Task<HashSet<Id<Ticket>>> HelpedMeanwhile(List<Ticket> gone, CancellationToken ct)
        {
            if (gone.Count == 0)
                return [];
            var cases = gone.Select(t => t.CaseId).Distinct().ToList();
            var left = await db.Entries.AsNoTracking().Where(e => cases.Contains(e.CaseId) && e.Kind == "lineLeft").ToListAsync(ct);
            return [.. left.Select(e => e.What).OfType<LineLeft>().Where(l => l.Because is LineLeft.Solved or LineLeft.ByAgent).Select(l => new Id<Ticket>(l.Ticket))];
        }

        private async Task<List<BoardAgent>> Whereabouts(List<Desk> desks, List<Ticket> tickets, DateTimeOffset now, CancellationToken ct)
        {
            var (shown, turns) = (desks.ToDictionary(d => d.Id, d => d.Slug), tickets.Where(t => t is { State: TicketState.Called or TicketState.Serving, AgentId: not null }).ToLookup(t => t.AgentId));
            var (ids, serving) = (shown.Keys.ToList(), turns.Select(t => t.Key!.Value).ToList()); // only those with an agent
            var duties = db.Duties.AsNoTracking();
            var agents = await db.Agents.AsNoTracking().Where(a => serving.Contains(a.Id) || (a.LeftAt == null && a.Seats.Any(s => ids.Contains(s.DeskId))))
                .Select(a => new { a.Id, a.Name, Desks = a.Seats.Select(s => s.DeskId).ToList(), Duty = duties.FirstOrDefault(d => d.AgentId == a.Id) }).ToListAsync(ct);
            return
            [
                .. agents.Select(a => new BoardAgent(
                        a.Id, a.Name, a.Duty?.At(now) ?? DutyState.Offline, a.Duty?.SinceAt(now), [.. a.Desks.Where(shown.ContainsKey).Select(d => shown[d]).Order(StringComparer.Ordinal)],
                        [.. turns[a.Id].OrderBy(t => t.CalledAt).Select(t => new BoardTurn(t.Id, t.CaseId, t.Number, shown[t.DeskId], t.Through, t.State, t.CalledAt))]))
                    .Where(a => a.State is not DutyState.Offline || a.Serving.Count > 0).OrderBy(a => a.State).ThenBy(a => a.Name, StringComparer.Ordinal),
            ];
        }
    }
}
