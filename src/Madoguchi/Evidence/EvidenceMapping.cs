using Madoguchi.Cases;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Evidence;

public static class EvidenceMapping
{
    extension(Db db)
    {
        public DbSet<EvidenceItem> Evidence => db.Set<EvidenceItem>();

        /// <summary>What was given on this case, in its order. The caller has found the case by a scope of its own.</summary>
        public IQueryable<EvidenceItem> EvidenceOf(Id<Case> id) => db.Evidence.AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.Entry);
    }

    private sealed class Mapping : IEntityTypeConfiguration<EvidenceItem>
    {
        public void Configure(EntityTypeBuilder<EvidenceItem> builder)
        {
            builder.ToTable("evidence_items").HasKey(e => e.Id);
            builder.Property(e => e.Id).ValueGeneratedNever();
            builder.HasIndex(e => new { e.CaseId, e.Entry });
            builder.HasIndex(e => new { e.CaseId, e.AttachmentId }).IsUnique().HasFilter("\"AttachmentId\" is not null");
        }
    }
}
