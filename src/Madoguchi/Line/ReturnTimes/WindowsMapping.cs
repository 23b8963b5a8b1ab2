using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line.ReturnTimes;

public static class WindowsMapping
{
    internal const int Shown = 24;

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

        /// <summary>The next free ones of a desk; none of a desk that does not exist.</summary>
        public async Task<IReadOnlyList<ReturnWindow>> FreeWindows(string slug, DateTimeOffset now, CancellationToken ct) =>
            await db.Desks.AsNoTracking().Where(d => d.Slug == slug).Select(d => (Id<Desk>?)d.Id).SingleOrDefaultAsync(ct) is { } desk ? [.. (await db.ReturnWindows(desk, now, null, ct)).Free.Take(Shown)] : [];
    }
}
