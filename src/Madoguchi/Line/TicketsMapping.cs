using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Line;

public static class TicketsMapping
{
    extension(Db db)
    {
        public DbSet<Ticket> Tickets => db.Set<Ticket>();

        /// <summary>The line, locked until the work ends. Lock it before any of its cases.</summary>
        public async Task<DeskLine> LockLine(Id<Desk> desk)
        {
            var id = DeskLine.Of(desk);
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is { } there)
                return there;
            await db.Database.ExecuteSqlAsync($"""insert into lines ("Id", "LastNumber", "LastSeq", "Day") values ({id.Value}, 0, 0, 0) on conflict do nothing""", CancellationToken.None);
            return await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
        }

        /// <summary>Several lines, always in the same order: who moves a ticket to another desk waits for nobody who moves one back.</summary>
        public async Task LockLines(params IEnumerable<Id<Desk>> desks)
        {
            foreach (var desk in desks.Distinct().OrderBy(d => d.Value))
                await db.LockLine(desk);
        }

        /// <summary>The ticket with its line and case, all locked, if this caller may see the case.</summary>
        public async Task<(Ticket Ticket, Case Case)?> FindTicket(Id<Ticket> id, Caller caller, DateTimeOffset now) =>
            await db.Tickets.AsNoTracking().VisibleTo(caller, db, now).AnyAsync(t => t.Id == id, CancellationToken.None) ? await db.LockTicket(id) : null;

        /// <summary>The ticket with its line and case, all locked.</summary>
        public async Task<(Ticket Ticket, Case Case)> LockTicket(Id<Ticket> id)
        {
            var known = await db.Tickets.AsNoTracking().Where(t => t.Id == id).Select(t => new { t.DeskId, t.CaseId }).SingleAsync(CancellationToken.None);
            await db.LockLine(known.DeskId);
            var theCase = await db.Lock(known.CaseId).AsTracking().SingleAsync(CancellationToken.None);
            var ticket = await db.Tickets.AsTracking().SingleAsync(t => t.Id == id, CancellationToken.None);
            return ticket.DeskId == known.DeskId ? (ticket, theCase) : throw new Writes.LostRaceException("The ticket has moved to another line.");
        }

        /// <summary>Those who can be called now, in the order of their turns.</summary>
        public IQueryable<Ticket> Ripe(Id<Desk> desk, DateTimeOffset now) => db.Tickets
            .Where(t => t.DeskId == desk && ((t.State == TicketState.Waiting && (t.NotBefore == null || t.NotBefore <= now)) || (t.State == TicketState.Held && t.Through == Through.Call && t.HeldUntil <= now)))
            .OrderBy(t => t.Rank).ThenBy(t => t.Seq);

        /// <summary>1 for the next one; 0 for who is not waiting (any more).</summary>
        public async Task<int> Position(Ticket ticket, DateTimeOffset now, CancellationToken ct)
        {
            if (ticket.State is not (TicketState.Waiting or TicketState.Held))
                return 0;
            var (desk, rank, seq) = (ticket.DeskId, ticket.Rank, ticket.Seq);
            return 1 + await db.Tickets.CountAsync(t => t.DeskId == desk && t.State == TicketState.Waiting && (t.NotBefore == null || t.NotBefore <= now) && (t.Rank < rank || (t.Rank == rank && t.Seq < seq)), ct);
        }
    }

    extension(IQueryable<Ticket> tickets)
    {
        /// <summary>The tickets of the cases that one may see.</summary>
        public IQueryable<Ticket> VisibleTo(Caller caller, Db db, DateTimeOffset now)
        {
            var visible = db.Cases.VisibleTo(caller, db, now);
            return tickets.Where(t => visible.Any(c => c.Id == t.CaseId));
        }
    }

    private sealed class TicketMapping : IEntityTypeConfiguration<Ticket>
    {
        public void Configure(EntityTypeBuilder<Ticket> builder)
        {
            builder.ToTable("tickets").HasKey(t => t.Id);
            builder.Property(t => t.Id).ValueGeneratedNever();
            builder.Property(t => t.TellNear).HasDefaultValue(false).ValueGeneratedNever();
            builder.Property(t => t.IsFirst).HasDefaultValue(false).ValueGeneratedNever();
            // The line itself, and how many stand before one.
            builder.HasIndex(t => new { t.DeskId, t.State, t.Rank, t.Seq });
            builder.HasIndex(t => t.CaseId);
            // One case, one place: the locks decide, the index makes sure.
            builder.HasIndex(t => t.CaseId, "IX_tickets_active").IsUnique().HasFilter("\"State\" not in ('Served', 'Left')");
            builder.PrimitiveCollection(t => t.PassedBy).IsRequired(false);
            // What has been lived: for the estimate and the reports.
            builder.HasIndex(t => new { t.DeskId, t.EndedAt });
        }
    }

    private sealed class DeskLineMapping : IEntityTypeConfiguration<DeskLine>
    {
        public void Configure(EntityTypeBuilder<DeskLine> builder)
        {
            builder.ToTable("lines").HasKey(l => l.Id);
            builder.Property(l => l.Id).ValueGeneratedNever();
            builder.Property(l => l.IsOffered).HasDefaultValue(false).ValueGeneratedNever();
            builder.Property(l => l.OfferSeconds).HasDefaultValue(20).ValueGeneratedNever();
            builder.Property(l => l.HoldMinutes).HasDefaultValue(10).ValueGeneratedNever();
            builder.Property(l => l.PauseMinutes).HasDefaultValue(5).ValueGeneratedNever();
            builder.Property(l => l.MostAttempts).HasDefaultValue(3).ValueGeneratedNever();
            builder.Property(l => l.PlacesAnHour).HasDefaultValue(20).ValueGeneratedNever();
        }
    }
}
