using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Customers;

public static class CustomersMapping
{
    // Longer would be a mistake: each merging leads to a record that speaks for itself.
    private const int LongestChain = 10;

    extension(Db db)
    {
        public DbSet<Customer> Customers => db.Set<Customer>();

        /// <summary>Who speaks for this number now: a number that was merged leads to the record that took it in.</summary>
        public async Task<Customer?> CustomerOf(string number, CancellationToken ct)
        {
            var found = await db.Customers.Include(c => c.Addresses).SingleOrDefaultAsync(c => c.Number == number, ct);
            for (var i = 0; i < LongestChain && found?.MergedInto is { } next; i++)
                found = await db.Customers.Include(c => c.Addresses).SingleOrDefaultAsync(c => c.Id == next, ct);
            return found;
        }

        /// <summary>Who speaks for this record, and every record that it speaks for now.</summary>
        public async Task<IReadOnlyList<Id<Customer>>> FamilyOf(Id<Customer> id, CancellationToken ct)
        {
            var head = id;
            for (var i = 0; i < LongestChain && await db.Customers.Where(c => c.Id == head).Select(c => c.MergedInto).SingleOrDefaultAsync(ct) is { } next; i++)
                head = next;
            List<Id<Customer>> family = [head], last = [head];
            for (var i = 0; i < LongestChain && last.Count > 0; i++)
            {
                last = await db.Customers.Where(c => c.MergedInto != null && last.Contains(c.MergedInto.Value)).Select(c => c.Id).ToListAsync(ct);
                family.AddRange(last);
            }

            return family;
        }
    }

    private sealed class CustomerMapping : IEntityTypeConfiguration<Customer>
    {
        public void Configure(EntityTypeBuilder<Customer> builder)
        {
            builder.ToTable("customers").HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.HasIndex(c => c.Number).IsUnique();
            builder.HasIndex(c => c.MergedInto).HasFilter("\"MergedInto\" is not null");
            builder.HasMany(c => c.Addresses).WithOne().HasForeignKey(a => a.CustomerId);
        }
    }

    private sealed class AddressMapping : IEntityTypeConfiguration<Address>
    {
        public void Configure(EntityTypeBuilder<Address> builder)
        {
            builder.ToTable("addresses").HasKey(a => a.Id);
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.HasIndex(a => a.CustomerId);
            builder.HasIndex(a => a.Folded);
        }
    }
}
