using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Line.Waiting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line;

public static class WaitingMapping
{
    // Enough for the newest services, those without one included.
    private const int Remembered = WaitEstimate.Newest + 50;

    extension(Db db)
    {
        /// <summary>A ticket as it stands now, for whoever may see its case.</summary>
        public async Task<TicketView?> Ticket(Id<Ticket> id, Caller caller, DateTimeOffset now, CancellationToken ct) =>
            await db.Tickets.AsNoTracking().VisibleTo(caller, db, now).SingleOrDefaultAsync(t => t.Id == id, ct) is { } ticket ? await db.View(ticket, now, ct) : null;

        /// <summary>The place that this case has in a line, if it has one.</summary>
        public Task<Ticket?> ActiveTicket(Id<Case> id, CancellationToken ct) =>
            db.Tickets.AsNoTracking().Where(t => t.CaseId == id && t.State != TicketState.Served && t.State != TicketState.Left).OrderByDescending(t => t.Seq).FirstOrDefaultAsync(ct);

        /// <summary>Everybody in a line, of all desks.</summary>
        public async Task<List<Ticket>> ActiveTickets(CancellationToken ct)
        {
            // By name, so that the index of the line is walked and not the tickets of years.
            var (desks, states) = (await db.Desks.AsNoTracking().Select(d => d.Id).ToListAsync(ct), Line.Ticket.ActiveStates);
            return await db.Tickets.AsNoTracking().Where(t => desks.Contains(t.DeskId) && states.Contains(t.State)).ToListAsync(ct);
        }

        public async Task<TicketView> View(Ticket ticket, DateTimeOffset now, CancellationToken ct)
        {
            var desk = await db.Desks.AsNoTracking().Where(d => d.Id == ticket.DeskId).Select(d => d.Slug).SingleAsync(ct);
            var agent = ticket.AgentId is { } who ? await db.Agents.AsNoTracking().Where(a => a.Id == who).Select(a => a.ShownName).SingleOrDefaultAsync(ct) : null;
            return new TicketView(
                ticket.Id, ticket.CaseId, desk, ticket.Number, ticket.Through, ticket.State, await db.Position(ticket, now, ct), await db.WaitFor(ticket, now, ct), ticket.JoinedAt,
                ticket.Phone, ticket.NotBefore, ticket.NotAfter, ticket.HeldUntil, agent);
        }

        /// <summary>How long until the turn comes; null while it is not known.</summary>
        public async Task<Wait?> WaitFor(Ticket ticket, DateTimeOffset now, CancellationToken ct)
        {
            // On joining the very range that was put down, not another reading of the line.
            if (ticket.JoinedAt == now && ticket is { State: TicketState.Waiting, Low: { } low, High: { } high })
                return new Wait(low, high);
            return ticket.IsActive && (await db.LineNow(ticket.DeskId, now, ct)).For(ticket) is { } range ? new Wait(range.Low, range.High) : null;
        }

        /// <summary>The line as it stands, and what its recent tickets teach.</summary>
        public async Task<LineNow> LineNow(Id<Desk> desk, DateTimeOffset now, CancellationToken ct)
        {
            var active = await db.Tickets.AsNoTracking().Where(t => t.DeskId == desk && t.State != TicketState.Served && t.State != TicketState.Left).ToListAsync(ct);
            var ended = await db.Tickets.Where(t => t.DeskId == desk && t.EndedAt != null).OrderByDescending(t => t.EndedAt).Take(Remembered)
                .Select(t => new { t.AgentId, t.JoinedAt, t.Rank, t.FirstCalledAt, t.CalledAt, t.EndedAt, t.NotBefore }).ToListAsync(ct);
            var (hours, onDuty) = (await db.OpeningHours(desk, ct), await db.OnDuty(desk, now, ct));
            return new(now, active, [.. ended.Select(t => new LivedTicket(t.AgentId?.Value, t.JoinedAt, t.Rank, t.FirstCalledAt, t.CalledAt, t.EndedAt, t.NotBefore is not null))], onDuty.ToDictionary(a => a.AgentId.Value, a => a.State is DutyState.Break), Stretches.Of(hours, now), hours.DayOf);
        }
    }
}
