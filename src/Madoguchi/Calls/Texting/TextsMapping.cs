using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Customers.Phones;
using Madoguchi.Line;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Calls.Texting;

public static class TextsMapping
{
    extension(Db db)
    {
        public DbSet<TextMessage> Texts => db.Set<TextMessage>();

        /// <summary>Puts a message into the box, in the transaction of the act that causes it.</summary>
        public void Text(Case theCase, TextKind kind, PhoneNumber to, string text, DateTimeOffset now)
        {
            db.Texts.Add(new TextMessage { Id = Id<TextMessage>.New(), CustomerId = theCase.CustomerId, CaseId = theCase.Id, Kind = kind, To = to.E164, Text = text, CreatedAt = now, DueAt = now });
            db.RingAfterCommit(TextFollower.Topic);
        }

        /// <summary>Where a text message reaches the customer of this case: the number of their place in line, else the one that they told last.</summary>
        public async Task<PhoneNumber?> MobileOf(Case theCase, CancellationToken ct)
        {
            var (id, customer) = (theCase.Id, theCase.CustomerId);
            var inLine = await db.Tickets.AsNoTracking().Where(t => t.CaseId == id && t.Phone != null).OrderByDescending(t => t.Seq).Select(t => t.Phone!).Take(3).ToListAsync(ct);
            var told = await db.Set<Address>().AsNoTracking().Where(a => a.CustomerId == customer && a.Kind == AddressKind.Phone).OrderByDescending(a => a.ToldAt).Select(a => a.Value).Take(10).ToListAsync(ct);
            foreach (var one in inLine.Concat(told))
            {
                if (!PhoneNumber.Read(one).Refused(out _, out var number) && number.CanBeTexted)
                    return number;
            }

            return null;
        }
    }

    private sealed class Mapping : IEntityTypeConfiguration<TextMessage>
    {
        public void Configure(EntityTypeBuilder<TextMessage> builder)
        {
            builder.ToTable("texts").HasKey(t => t.Id);
            builder.Property(t => t.Id).ValueGeneratedNever();
            builder.HasIndex(t => new { t.State, t.DueAt });
            builder.HasIndex(t => new { t.CaseId, t.CreatedAt });
        }
    }
}
