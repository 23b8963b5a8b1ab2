using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Lining;

/// <summary>Somebody in a line, as a list shows them.</summary>
public sealed record InLine(
    Id<Case> CaseId, string CustomerNumber, string? Name, string Subject, string Desk, string? DeskInEnglish, string Language, Priority Priority, string? Agent,
    int Number, Through Through, TicketState State, DateTimeOffset JoinedAt, DateTimeOffset? NotBefore, DateTimeOffset? HeldUntil);

public static class LineMapping
{
    private const int Shown = 200;

    extension(Db db)
    {
        /// <summary>The lines of the agent's desks, in the order of their turns: who is being served comes first.</summary>
        public async Task<IReadOnlyList<InLine>> ListLine(CurrentAgent agent, CancellationToken ct)
        {
            var rows = await db.TicketsOf(agent).OrderBy(t => t.Rank).ThenBy(t => t.Seq).Take(Shown)
                .Join(db.Cases, t => t.CaseId, c => c.Id, (t, c) => new { t, c }).Join(db.Customers, x => x.c.CustomerId, p => p.Id, (x, p) => new { x.t, x.c, p })
                .Join(db.Desks, x => x.t.DeskId, d => d.Id, (x, d) => new
                {
                    x.t.Rank, x.t.Seq, Row = new InLine(
                        x.c.Id, x.p.Number, x.p.Name, x.c.Subject, d.Name, d.NameInEnglish, x.t.Language, x.c.Priority, db.Set<Agent>().Where(a => a.Id == x.t.AgentId).Select(a => a.Name).FirstOrDefault(),
                        x.t.Number, x.t.Through, x.t.State, x.t.JoinedAt, x.t.NotBefore, x.t.HeldUntil),
                }).ToListAsync(ct);
            return [.. rows.OrderBy(r => r.Row.State is TicketState.Called or TicketState.Serving ? 0 : 1).ThenBy(r => r.Rank).ThenBy(r => r.Seq).Select(r => r.Row)];
        }

        /// <summary>How many wait in the lines of the agent's desks.</summary>
        public Task<int> CountLine(CurrentAgent agent, CancellationToken ct) => db.TicketsOf(agent).CountAsync(t => t.State == TicketState.Waiting || t.State == TicketState.Held, ct);

        /// <summary>The desks of this agent at which somebody can be called now, first come first.</summary>
        public async Task<IReadOnlyList<string>> DesksInLine(CurrentAgent agent, DateTimeOffset now, CancellationToken ct)
        {
            var first = new List<(DateTimeOffset Rank, string Slug)>();
            foreach (var desk in await db.MyDesks(agent).Select(d => new { d.Id, d.Slug }).ToListAsync(ct))
            {
                if (await db.Ripe(desk.Id, now).Select(t => (DateTimeOffset?)t.Rank).FirstOrDefaultAsync(ct) is { } rank)
                    first.Add((rank, desk.Slug));
            }

            return [.. first.OrderBy(f => f.Rank).Select(f => f.Slug)];
        }

        private IQueryable<Ticket> TicketsOf(CurrentAgent agent)
        {
            var desks = agent.Desks;
            return db.Tickets.AsNoTracking().Where(t => t.State != TicketState.Served && t.State != TicketState.Left && (desks.Count == 0 || desks.Contains(t.DeskId)));
        }

        private IQueryable<Desk> MyDesks(CurrentAgent agent)
        {
            var desks = agent.Desks;
            return db.Desks.AsNoTracking().Where(d => desks.Count == 0 || desks.Contains(d.Id));
        }
    }
}
