using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Reports.Counting;

public static class CountedMapping
{
    extension(Db db)
    {
        public DbSet<CountedContact> CountedContacts => db.Set<CountedContact>();

        public DbSet<CountedHandover> CountedHandovers => db.Set<CountedHandover>();
    }

    private sealed class ContactMapping : IEntityTypeConfiguration<CountedContact>
    {
        public void Configure(EntityTypeBuilder<CountedContact> builder)
        {
            builder.ToTable("counted_contacts").HasKey(c => new { c.CaseId, c.Entry });
            // A report is a walk along one of these, without a look at the rows themselves.
            builder.HasIndex(c => new { c.Second, c.Desk, c.Channel });
            builder.HasIndex(c => new { c.Second, c.Desk, c.Product });
            builder.HasIndex(c => new { c.Second, c.Desk, c.Problem });
            builder.HasIndex(c => new { c.Second, c.Desk, c.ErrorText });
            builder.HasIndex(c => new { c.Second, c.Desk, c.FirstAnswer, c.Solution });
        }
    }

    private sealed class HandoverMapping : IEntityTypeConfiguration<CountedHandover>
    {
        public void Configure(EntityTypeBuilder<CountedHandover> builder)
        {
            builder.ToTable("counted_handovers").HasKey(h => new { h.CaseId, h.Entry });
            builder.HasIndex(h => h.Second);
        }
    }
}
