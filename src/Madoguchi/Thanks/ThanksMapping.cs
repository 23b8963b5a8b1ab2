using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Thanks;

public static class ThanksMapping
{
    extension(Db db)
    {
        public DbSet<CaseThanks> Thanks => db.Set<CaseThanks>();

        public DbSet<Praise> Praises => db.Set<Praise>();
    }

    private sealed class Mapping : IEntityTypeConfiguration<CaseThanks>
    {
        public void Configure(EntityTypeBuilder<CaseThanks> builder)
        {
            builder.ToTable("thanks").HasKey(t => t.CaseId);
            builder.Property(t => t.CaseId).ValueGeneratedNever();
            builder.HasMany(t => t.Praises).WithOne().HasForeignKey(p => p.CaseId);
            builder.HasIndex(t => new { t.DeskId, t.GivenAt });
            builder.HasIndex(t => t.GivenAt);
            builder.HasIndex(t => t.ConcernSince).HasFilter("\"ConcernSince\" is not null").HasDatabaseName("IX_thanks_concerns");
        }
    }

    private sealed class PraiseMapping : IEntityTypeConfiguration<Praise>
    {
        public void Configure(EntityTypeBuilder<Praise> builder)
        {
            builder.ToTable("praises").HasKey(p => new { p.CaseId, p.AgentId });
            builder.HasIndex(p => p.AgentId);
        }
    }
}
