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

        public DbSet<CountedAct> CountedActs => db.Set<CountedAct>();

        public DbSet<CountedBreak> CountedBreaks => db.Set<CountedBreak>();
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
            builder.HasIndex(c => new { c.Second, c.Desk, c.Entry, c.Channel, c.FirstAnswer, c.Solution }).HasDatabaseName("IX_counted_contacts_times");
        }
    }

    private sealed class HandoverMapping : IEntityTypeConfiguration<CountedHandover>
    {
        public void Configure(EntityTypeBuilder<CountedHandover> builder)
        {
            builder.ToTable("counted_handovers").HasKey(h => new { h.CaseId, h.Entry });
            builder.HasIndex(h => new { h.Second, h.From, h.To, h.Outcome, h.CameBack }).HasDatabaseName("IX_counted_handovers_routes");
        }
    }

    private sealed class ActMapping : IEntityTypeConfiguration<CountedAct>
    {
        public void Configure(EntityTypeBuilder<CountedAct> builder)
        {
            builder.ToTable("counted_acts").HasKey(a => new { a.CaseId, a.Entry, a.Nth });
            builder.HasIndex(a => new { a.Kind, a.Desk, a.Second });
            builder.HasIndex(a => new { a.AgentId, a.Kind, a.Second });
        }
    }

    private sealed class BreakMapping : IEntityTypeConfiguration<CountedBreak>
    {
        public void Configure(EntityTypeBuilder<CountedBreak> builder)
        {
            builder.ToTable("counted_breaks").HasKey(b => new { b.CaseId, b.Entry });
            builder.HasIndex(b => b.Second);
        }
    }
}
