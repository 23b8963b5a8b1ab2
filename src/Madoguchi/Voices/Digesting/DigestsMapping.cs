using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Voices.Digesting;

public static class DigestsMapping
{
    extension(Db db)
    {
        public DbSet<Digest> Digests => db.Set<Digest>();

        public DbSet<DigestReader> DigestReaders => db.Set<DigestReader>();
    }

    private sealed class DigestMapping : IEntityTypeConfiguration<Digest>
    {
        public void Configure(EntityTypeBuilder<Digest> builder) => builder.ToTable("digests").HasKey(d => d.Week);
    }

    private sealed class ReaderMapping : IEntityTypeConfiguration<DigestReader>
    {
        public void Configure(EntityTypeBuilder<DigestReader> builder)
        {
            builder.ToTable("digest_readers").HasKey(r => r.Id);
            builder.Property(r => r.Id).ValueGeneratedNever();
        }
    }
}
