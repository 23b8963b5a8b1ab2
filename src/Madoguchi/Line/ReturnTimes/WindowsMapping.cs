using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line.ReturnTimes;

public static class WindowsMapping
{
    internal const int Shown = 24;
    private const int OnPage = 8;

    extension(Db db)
    {
        /// <summary>The hours of a desk in which one can choose to come back.</summary>
        /// <param name="except">Whose own place does not stand in their way.</param>
        public async Task<ReturnWindows> ReturnWindows(Id<Desk> desk, DateTimeOffset now, Id<Ticket>? except, CancellationToken ct)
        {
            var places = await db.Set<DeskLine>().AsNoTracking().Where(l => l.Id == DeskLine.Of(desk)).Select(l => (int?)l.PlacesAnHour).SingleOrDefaultAsync(ct) ?? DeskLine.UsualPlaces;
            var taken = await db.Tickets.AsNoTracking().Where(t => t.DeskId == desk && t.NotBefore > now && (t.State == TicketState.Waiting || t.State == TicketState.Held) && t.Id != except)
                .Select(t => t.NotBefore!.Value).ToListAsync(ct); // filtered: not null
            return new(await db.OpeningHours(desk, ct), places, taken, now);
        }

        /// <summary>The few that a customer's page offers: a place of theirs is not in their own way.</summary>
        public async Task<IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)>> WindowsFor(CurrentCustomer customer, DateTimeOffset now, CancellationToken ct)
        {
            var desk = await db.Cases.Of(customer, now).Select(c => (Id<Desk>?)c.DeskId).SingleOrDefaultAsync(ct);
            return desk is { } there ? [.. (await db.ReturnWindows(there, now, (await db.ActiveTicket(customer.CaseId, ct))?.Id, ct)).Free.Take(OnPage).Select(w => (w.From, w.To))] : [];
        }

        /// <summary>The next free ones of a desk; none of a desk that does not exist.</summary>
        public async Task<IReadOnlyList<ReturnWindow>> FreeWindows(string slug, DateTimeOffset now, CancellationToken ct) =>
            await db.Desks.AsNoTracking().Where(d => d.Slug == slug).Select(d => (Id<Desk>?)d.Id).SingleOrDefaultAsync(ct) is { } desk ? [.. (await db.ReturnWindows(desk, now, null, ct)).Free.Take(Shown)] : [];
    }
}
