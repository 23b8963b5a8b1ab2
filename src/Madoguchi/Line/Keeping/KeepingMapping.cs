using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line.Keeping;

/// <summary>A case whose place in line has to follow it.</summary>
/// <param name="HeardAt">When the customer did something, if that is why.</param>
public sealed record Followed(Id<Case> CaseId, DateTimeOffset? HeardAt = null)
{
    /// <summary>The outbox's kind.</summary>
    public const string Work = "line";
}

public static class KeepingMapping
{
    extension(Db db)
    {
        /// <summary>The case's place in line, brought to where the case stands now: settled, with another desk, urgent, in another language; or the customer was heard of.</summary>
        public async Task Follow(Followed what, HouseZone zone, DateTimeOffset now)
        {
            var id = what.CaseId;
            if (await db.ActiveTicket(id, CancellationToken.None) is not { } known)
                return;
            var owner = await db.Cases.AsNoTracking().Where(c => c.Id == id).Select(c => c.DeskId).SingleAsync(CancellationToken.None);
            await db.LockLines(known.DeskId, owner);
            var theCase = await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
            var ticket = await db.Tickets.AsTracking().SingleAsync(t => t.Id == known.Id, CancellationToken.None);
            if (ticket.DeskId != known.DeskId || theCase.DeskId != owner)
                throw new Writes.LostRaceException("The case has moved to another desk.");
            if (!ticket.IsActive)
                return;

            var happened = ticket.Follow(theCase, what.HeardAt, now);
            if (happened is not null)
                db.Record(theCase, By.System, happened, now);
            if (ticket.IsActive && ticket.DeskId != owner)
                await db.Move(ticket, theCase, zone, now);
            db.RingLine(ticket);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <summary>Those who were away when their turn came, while the front was kept for them.</summary>
        public IQueryable<Ticket> AwayTooLong(DateTimeOffset now) => db.Tickets.AsNoTracking().Where(t => t.State == TicketState.Held && t.Through == Through.Chat && t.HeldUntil <= now);

        /// <summary>Whose customer may come back any moment: called, or away.</summary>
        public IQueryable<Ticket> Expected() => db.Tickets.AsNoTracking().Where(t => (t.State == TicketState.Called || t.State == TicketState.Held) && t.Through == Through.Chat);

        /// <summary>The customer's page is open: they are there.</summary>
        public async Task<bool> Arrive(Id<Ticket> id, DateTimeOffset since, DateTimeOffset now)
        {
            var (ticket, theCase) = await db.LockTicket(id);
            if (ticket.State is TicketState.Held && since <= ticket.HeldAt)
                return false; // an open page that nobody looked at
            var before = ticket.State;
            if (ticket.Arrive() is { } back)
                db.Record(theCase, By.Page, back, now);
            db.RingLine(ticket);
            await db.SaveChangesAsync(CancellationToken.None);
            return ticket.State != before;
        }

        public async Task<bool> GiveUp(Id<Ticket> id, DateTimeOffset now)
        {
            var (ticket, theCase) = await db.LockTicket(id);
            if (ticket.GiveUp(now) is not { } left)
                return false;
            db.Record(theCase, By.System, left, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }

        internal void RingLine(Ticket ticket)
        {
            db.RingAfterCommit(Topic.Of(ticket.CaseId));
            db.RingAfterCommit(Topic.Of(ticket.DeskId));
        }

        private async Task Move(Ticket ticket, Case theCase, HouseZone zone, DateTimeOffset now)
        {
            var (to, from) = (await db.Desks.AsNoTracking().SingleAsync(d => d.Id == theCase.DeskId, CancellationToken.None), ticket.DeskId);
            var isEmpty = !await db.Tickets.AnyAsync(t => t.DeskId == to.Id && t.State != TicketState.Served && t.State != TicketState.Left, CancellationToken.None);
            var (number, seq) = (await db.LockLine(to.Id)).Draw(Today(zone, now), isEmpty);
            db.Record(theCase, By.System, ticket.Move(to, number, seq), now);
            db.RingAfterCommit(Topic.Of(from));
        }
    }

    internal static int Today(HouseZone zone, DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone.Zone).Date).DayNumber;
}
