using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Line.Returning;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Chat.Ticketing;

public static class TicketMapping
{
    extension(Db db)
    {
        /// <summary>The case's newest place in line, also one that is over; null when there was none.</summary>
        public async Task<TicketSeen?> TicketSeen(CurrentCustomer customer, DateTimeOffset now, CancellationToken ct)
        {
            if (await db.NewestTicket(customer.CaseId, ct) is not { } ticket)
                return null;
            var number = await db.Customers.Where(c => c.Id == customer.CustomerId).Select(c => c.Number).SingleAsync(ct);
            if (await db.Cases.Of(customer, now).Select(c => new { c.LastEntry, c.Status }).SingleOrDefaultAsync(ct) is not { } standing)
                return null;
            var desk = await db.Desks.AsNoTracking().SingleAsync(d => d.Id == ticket.DeskId, ct);
            var takeBack = ticket.State is TicketState.Left && ticket.MayTakeBack(await db.LastLeaving(customer.CaseId, ct), now);
            return new(await db.View(ticket, now, ct), standing.LastEntry, CustomerNumber.Parse(number), desk, takeBack, standing.Status is not (Status.Solved or Status.ClosedBySilence), now);
        }
    }
}
