using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Cases.Denying;

public static class DenyingMapping
{
    extension(Db db)
    {
        public DbSet<Finding> Findings => db.Set<Finding>();

        public DbSet<Escalation> Escalations => db.Set<Escalation>();

        public DbSet<CheckPromise> CheckPromises => db.Set<CheckPromise>();
    }

    private sealed class FindingMapping : IEntityTypeConfiguration<Finding>
    {
        public void Configure(EntityTypeBuilder<Finding> builder)
        {
            builder.ToTable("findings").HasKey(f => f.Id);
            builder.Property(f => f.Id).ValueGeneratedNever();
            builder.HasIndex(f => f.CaseId);
        }
    }

    private sealed class EscalationMapping : IEntityTypeConfiguration<Escalation>
    {
        public void Configure(EntityTypeBuilder<Escalation> builder)
        {
            builder.ToTable("escalations").HasKey(e => e.Id);
            builder.Property(e => e.Id).ValueGeneratedNever();
            builder.HasIndex(e => e.CaseId);
            builder.HasIndex(e => e.DueAt);
        }
    }

    private sealed class CheckPromiseMapping : IEntityTypeConfiguration<CheckPromise>
    {
        public void Configure(EntityTypeBuilder<CheckPromise> builder)
        {
            builder.ToTable("check_promises").HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.HasIndex(c => c.CaseId);
            builder.HasIndex(c => c.At);
        }
    }
}
