using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Customers;

public static class CustomersMapping
{
    extension(Db db)
    {
        public DbSet<Customer> Customers => db.Set<Customer>();
    }

    private sealed class CustomerMapping : IEntityTypeConfiguration<Customer>
    {
        public void Configure(EntityTypeBuilder<Customer> builder)
        {
            builder.ToTable("customers").HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.HasIndex(c => c.Number).IsUnique();
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
