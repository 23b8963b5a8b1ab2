using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Line.Calling;
using Madoguchi.Line.Keeping;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Calls.CallingBack;

/// <param name="Due">Late ones come first.</param>
/// <param name="Phone">E.164.</param>
/// <param name="Promised">By when the customer was told to be called.</param>
/// <param name="From">Not before then.</param>
/// <param name="Attempts">How often nobody answered.</param>
/// <param name="Agent">Who calls right now.</param>
public sealed record CallBackView(
    Id<Ticket> TicketId, Id<Case> CaseId, string Desk, int Number, CallBackDue Due, string CustomerNumber, string? Name, string Subject, string Phone, string Language, DateTimeOffset JoinedAt,
    DateTimeOffset? Promised = null, DateTimeOffset? From = null, int Attempts = 0, string? Agent = null);

public sealed record CallBackList(IReadOnlyList<CallBackView> CallBacks);

public static class CallBacksMapping
{
    private const int Most = 300;

    extension(Db db)
    {
        public DbSet<Promise> Promises => db.Set<Promise>();

        /// <summary>Everybody who is to be called by the desks of this agent: the late ones first.</summary>
        public async Task<CallBackList> CallBacks(CurrentAgent agent, DateTimeOffset now, CancellationToken ct)
        {
            var (desks, all, agents) = (agent.Desks, agent.SeesAll && agent.Desks.Count == 0, db.Agents);
            var rows = await db.Tickets.AsNoTracking().Where(t => t.Through == Through.Call && t.State != TicketState.Served && t.State != TicketState.Left && (all || desks.Contains(t.DeskId))).OrderBy(t => t.Rank).ThenBy(t => t.Seq).Take(Most)
                .Join(db.Cases, t => t.CaseId, c => c.Id, (t, c) => new { t, c }).Join(db.Customers, x => x.c.CustomerId, p => p.Id, (x, p) => new { x.t, x.c, p }).Join(db.Desks, x => x.t.DeskId, d => d.Id, (x, d) => new
                {
                    Ticket = x.t, x.c.Subject, x.p.Number, x.p.Name, Desk = d.Slug, Agent = agents.Where(a => a.Id == x.t.AgentId).Select(a => a.Name).FirstOrDefault(),
                }).ToListAsync(ct);
            return new([.. rows.Select(r => new CallBackView(
                r.Ticket.Id, r.Ticket.CaseId, r.Desk, r.Ticket.Number, Promise.Due(r.Ticket, now), r.Number, r.Name, r.Subject, r.Ticket.Phone ?? "", r.Ticket.Language, r.Ticket.JoinedAt,
                Promise.Of(r.Ticket), r.Ticket.HeldUntil ?? r.Ticket.NotBefore, r.Ticket.Attempts, r.Ticket.State is TicketState.Serving or TicketState.Called ? r.Agent : null))
                .OrderBy(r => r.Due).ThenBy(r => r.Due is CallBackDue.Late ? r.Promised : r.Due is CallBackDue.Now ? null : r.From)]); // the order of the line otherwise
        }

        public Task<int> CountCallBacks(CurrentAgent agent, CancellationToken ct)
        {
            var (desks, all) = (agent.Desks, agent.SeesAll && agent.Desks.Count == 0);
            return db.Tickets.CountAsync(t => t.Through == Through.Call && (t.State == TicketState.Waiting || t.State == TicketState.Held) && (all || desks.Contains(t.DeskId)), ct);
        }

        /// <summary>This one is called now, whoever stands before them: a promise or a window is due.</summary>
        public async Task<Result<Turn, TurnRefusal>> CallBack(Id<Ticket> id, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.FindTicket(id, new Caller(agent), now) is not ({ } ticket, { } theCase) || !agent.WorksAt(ticket.DeskId) || ticket.Phone is null)
                return TurnRefusal.Unknown;
            if (ticket is not { Through: Through.Call, State: TicketState.Waiting or TicketState.Held })
                return TurnRefusal.NotTheirTurn;
            theCase.TakeTurn(agent);
            db.Record(theCase, By.Agent(agent, isInternal: false), ticket.Turn(agent, now), now);
            db.RingLine(ticket);
            await db.SaveChangesAsync(CancellationToken.None);
            return new Turn(ticket.Id, ticket.CaseId, ticket.Through, ticket.Phone, ticket.Number);
        }
    }

    private sealed class Mapping : IEntityTypeConfiguration<Promise>
    {
        public void Configure(EntityTypeBuilder<Promise> builder)
        {
            builder.ToTable("call_back_promises").HasKey(p => p.Id);
            builder.Property(p => p.Id).ValueGeneratedNever();
        }
    }
}
