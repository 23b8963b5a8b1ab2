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
}
