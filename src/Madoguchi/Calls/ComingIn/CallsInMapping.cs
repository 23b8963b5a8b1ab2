using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Customers.Phones;
using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Calls.ComingIn;

public static class CallsInMapping
{
    extension(Db db)
    {
        public DbSet<CallIn> CallsIn => db.Set<CallIn>();

        /// <summary>How often this number called the desk around that time.</summary>
        public Task<int> CountCalls(Id<Desk> desk, string from, DateTimeOffset at, CancellationToken ct)
        {
            var since = at - CallIn.Span;
            return db.CallsIn.CountAsync(c => c.From == from && c.DeskId == desk && c.At > since, ct);
        }

        /// <summary>Calls that nobody answered since the last one that somebody did.</summary>
        internal async Task<int> MissedInARow(CallIn call)
        {
            var (from, desk, since) = (call.From, call.DeskId, call.At - CallIn.Span);
            var answered = await db.CallsIn.Where(c => c.From == from && c.DeskId == desk && c.At > since && c.State == CallState.Answered).MaxAsync(c => (DateTimeOffset?)c.At, CancellationToken.None) ?? since;
            return await db.CallsIn.CountAsync(c => c.From == from && c.DeskId == desk && c.At > answered && c.State == CallState.Missed, CancellationToken.None);
        }

        /// <summary>Whose number this is: the customer who was heard of last, when several have told it.</summary>
        public async Task<Customer?> CustomerOf(PhoneNumber number, CancellationToken ct)
        {
            var (folds, cases) = (number.Folds, db.Cases);
            var told = await db.Set<Address>().Where(a => a.Kind == AddressKind.Phone && folds.Contains(a.Folded))
                .Select(a => new { a.CustomerId, Verified = a.VerifiedAt != null, Active = cases.Where(c => c.CustomerId == a.CustomerId).Max(c => (DateTimeOffset?)c.ActiveAt) }).ToListAsync(ct);
            if (told.OrderByDescending(t => t.Verified).ThenByDescending(t => t.Active).FirstOrDefault() is not { CustomerId: var id })
                return null;
            var first = await db.Customers.AsNoTracking().Where(c => c.Id == id).Select(c => c.Number).SingleAsync(ct);
            return await db.CustomerOf(first, ct); // what was merged speaks through the other
        }

        /// <summary>What they call about, as far as one can tell: where they wait already, else the open case of this customer at this desk that moved last.</summary>
        internal async Task<Case?> CaseOf(PhoneNumber number, Customer? customer, Id<Desk> desk)
        {
            var waits = await db.Tickets.AsNoTracking().Where(t => t.DeskId == desk && t.Phone == number.E164 && t.State != TicketState.Served && t.State != TicketState.Left)
                .OrderByDescending(t => t.Seq).Select(t => (Id<Case>?)t.CaseId).FirstOrDefaultAsync(CancellationToken.None);
            var about = waits ?? (customer is null ? null
                : await db.Cases.AsNoTracking().Where(c => c.CustomerId == customer.Id && c.DeskId == desk && c.ClosedAt == null).OrderByDescending(c => c.ActiveAt).Select(c => (Id<Case>?)c.Id).FirstOrDefaultAsync(CancellationToken.None));
            return about is { } id ? await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None) : null;
        }
    }

    private sealed class Mapping : IEntityTypeConfiguration<CallIn>
    {
        public void Configure(EntityTypeBuilder<CallIn> builder)
        {
            builder.ToTable("calls_in").HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.HasIndex(c => new { c.From, c.DeskId, c.At });
            builder.HasIndex(c => c.CaseId);
        }
    }
}
