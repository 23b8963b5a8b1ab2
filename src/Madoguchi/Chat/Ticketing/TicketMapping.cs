using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Line;
using Madoguchi.Line.Joining;
using Madoguchi.Line.Returning;
using Madoguchi.Mail;
using Madoguchi.Shared;
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
            return new(await db.View(ticket, now, ct), standing.LastEntry, CustomerNumber.Parse(number), desk, takeBack, standing.Status is not (Status.Solved or Status.ClosedBySilence), now)
            {
                TellNear = ticket.TellNear, Mail = ticket.TellNear && await db.MailAddressOf(customer.CustomerId, ct) is { } address ? MailAddress.Masked(address.Value) : null,
                HoldMinutes = await db.Set<DeskLine>().Where(l => l.Id == DeskLine.Of(ticket.DeskId)).Select(l => l.HoldMinutes).SingleAsync(ct),
            };
        }

        /// <summary>A place in line before any word: nothing is asked for it.</summary>
        public async Task JoinFirst(Case theCase, string token, HouseZone zone, DateTimeOffset now)
        {
            var slug = await db.Desks.Where(d => d.Id == theCase.DeskId).Select(d => d.Slug).SingleAsync(CancellationToken.None);
            var customer = new Caller(new CurrentCustomer(theCase.Id, theCase.CustomerId, null, Secret.Hash(token)));
            if ((await db.Join(slug, new NewTicket(theCase.Id, Through.Chat), customer, zone, now)).Refused(out var why, out _))
                throw new InvalidOperationException($"A case of this moment cannot join its own line: {why}.");
        }
    }
}
